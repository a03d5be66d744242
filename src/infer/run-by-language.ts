import { type SpecialMember, specialNamed } from '../graph/language.js'
import { callFunction } from './calls.js'
import { classOf, methodNamed } from './classes.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { identity } from './identity.js'
import type { Instance, Lazy, Value } from './value.js'

/** What the method gives that the language runs on an instance: for an item of it, a loop over it. Undefined where its classes define none. */
export function runByLanguage(engine: Engine, instance: Instance, way: SpecialMember, args: readonly Lazy[] = []): Value | undefined {
  const [name] = specialNamed(engine.graph.words, way)
  const method = name === undefined ? undefined : methodNamed(engine, classOf(instance), name, instance)
  if (!method) return undefined
  const key = [way, instance, ...args].map((each) => (typeof each === 'string' ? each : identity(each))).join(':')
  return callFunction(
    engine,
    method,
    args.map((value) => ({ value })),
    key,
    instance.made ?? root,
  )
}
