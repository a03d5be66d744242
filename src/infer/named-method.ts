import type { Contract } from '../contracts/contract.js'
import { frameworks } from '../contracts/index.js'
import type { Engine } from './engine.js'
import { libraryOf } from './exports.js'

/** The method of values that has the name, in a library which the file uses. */
export function namedMethod(engine: Engine, file: string, name: string): Contract | undefined {
  for (const framework of frameworks) {
    const contract = engine.catalog.method(framework.package, 'Tensor', name)
    if (!contract) continue
    const imports = engine.graph.module(file)?.imports ?? []
    const uses =
      imports.some((specifier) => libraryOf(engine, specifier, file) === framework) ||
      framework.globals.some((global) => engine.graph.mentions(file, `${global}.`))
    if (uses) return contract
  }
  return undefined
}
