import type { Contract } from '../contracts/contract.js'
import type { Framework } from '../contracts/framework.js'
import { frameworks } from '../contracts/index.js'
import { remembered } from '../remembered.js'
import type { Engine } from './engine.js'
import { libraryOf } from './exports.js'

/** The method of values that has the name, in a library which the file uses. */
export function namedMethod(engine: Engine, file: string, name: string): Contract | undefined {
  for (const framework of usedBy(engine, file)) {
    const contract = engine.catalog.method(framework.package, 'Tensor', name)
    if (contract) return contract
  }
  return undefined
}

/** The first library with tensors that a file uses. */
export function libraryUsed(engine: Engine, file: string): string | undefined {
  return usedBy(engine, file).find(({ types }) => Object.hasOwn(types, 'Tensor'))?.package
}

const used = new WeakMap<Engine, Map<string, readonly Framework[]>>()

/** The libraries that a file imports, or finds under a global name. */
function usedBy(engine: Engine, file: string): readonly Framework[] {
  const files = remembered(used, engine, () => new Map<string, readonly Framework[]>())
  return remembered(files, file, () => {
    const imported = new Set((engine.graph.module(file)?.imports ?? []).map((specifier) => libraryOf(engine, specifier, file)))
    return frameworks.filter(
      (framework) => imported.has(framework) || framework.globals.some((global) => engine.graph.mentions(file, `${global}.`)),
    )
  })
}
