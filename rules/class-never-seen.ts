import { ignoredIndexOf, smoothingOf } from '../src/options.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { type Use, wants } from '../src/use.js'

interface Data {
  value: string
  targets: number
  classes: number
  /** The classes that no target is. */
  absent: readonly number[]
}

export const classNeverSeen = defineRule<Data>({
  name: 'class-never-seen',
  severity: 'info',
  summary: 'of a few classes, one is no target at all',
  check(use) {
    const target = use.arguments.target
    const classes = use.arguments.prediction?.numbers?.classes
    const labels = labelsOf(use)
    if (!target || !labels || classes === undefined || classes < 2 || labels.count < enoughTargets * classes) return
    const absent = Array.from({ length: classes }, (_, label) => label).filter((label) => !labels.seen.includes(label))
    if (absent.length === 0) return
    return { role: 'target', certainty: 'likely', data: { value: target.text, targets: labels.count, classes, absent } }
  },
  say({ value, targets, classes, absent }) {
    const which = absent.length === 1 ? `class ${absent[0]}` : `one of ${absent.length} classes, such as ${absent[0]},`
    const fromOne = absent.length === 1 && absent[0] === 0 && classes > 2
    return {
      what: headline(`None of the ${targets} targets of ${quote(value)} that were read is ${which} of ${classes}.`),
      why: 'The gradient of the score of such a class is never below 0, so the model is only taught to avoid it.',
      todo: fromOne
        ? 'Subtract 1 if the labels are counted from 1; otherwise look whether the batches are sorted by class.'
        : 'Look whether the batches are sorted by class, and whether the model has more outputs than there are classes.',
    }
  },
})

/** With equal shares, a class is left out by chance with a probability below e^-50. */
const enoughTargets = 50

/** Labels that occur, where they are few enough to be listed and nothing else is wrong with them. */
function labelsOf(use: Use): { count: number; seen: readonly number[] } | undefined {
  const numbers = use.arguments.target?.numbers
  // Under label smoothing every class is a target, a little.
  if (!numbers || typeof use.contract.axis !== 'number' || smoothingOf(use) > 0) return undefined
  if (numbers.classes > 1)
    return numbers.oneHotRows === numbers.seenRows && numbers.argmax ? { count: numbers.seenRows, seen: numbers.argmax } : undefined
  if (!wants(use.contract, 'target', 'class-indices') || !numbers.distinct || numbers.fractions > 0) return undefined
  const ignored = ignoredIndexOf(use)
  return { count: numbers.kept?.count ?? numbers.seenRows, seen: numbers.distinct.filter((label) => label !== ignored) }
}
