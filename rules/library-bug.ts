import type { Defect } from '../src/contracts/contract.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { shapeOf } from '../src/shapes.js'
import type { Use } from '../src/use.js'

interface Data {
  callee: string
  package: string
  versions: string
  when: string
  effect: string
  remedy: string
}

export const libraryBug = defineRule<Data>({
  name: 'library-bug',
  severity: 'warning',
  summary: 'a call that meets a known defect of the library',
  check(use) {
    const defect = use.contract.defects?.find(({ hit }) => meets(use, hit))
    if (!defect) return
    const { when, versions, effect, remedy } = defect
    return {
      role: defect.hit.option ? 'option' : 'target',
      certainty: 'proved',
      data: { callee: use.callee, package: use.contract.package, versions, when, effect, remedy },
    }
  },
  say({ callee, package: library, versions, when, effect, remedy }) {
    return {
      what: headline(`${quote(callee)} meets a known defect of ${library} ${versions}.`),
      why: `When ${when}, ${effect}.`,
      todo: `${remedy[0]?.toUpperCase()}${remedy.slice(1)}.`,
    }
  },
})

/** All conditions hold; one that cannot be told does not. */
function meets(use: Use, { option, targetDtype, targetRank }: Defect['hit']): boolean {
  const target = use.arguments.target
  if (option !== undefined && !changed(use, option)) return false
  if (targetDtype !== undefined && (target?.numbers?.dtype ?? target?.facts.dtype) !== targetDtype) return false
  return targetRank === undefined || (shapeOf(target)?.length ?? 0) >= targetRank
}

function changed(use: Use, option: string): boolean {
  const given = use.options[option]
  return given !== undefined && given !== use.contract.takes.find((parameter) => parameter.name === option)?.default
}
