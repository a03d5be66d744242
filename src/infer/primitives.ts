import type { Constant } from '../graph/language.js'
import type { Engine } from './engine.js'
import { literal, unknown, type Value } from './value.js'

/** A property or method of a constant. */
export function primitiveMember({ graph: { words } }: Engine, value: Constant, key: string): Value | undefined {
  if (typeof value === 'string') {
    if (words.members.get(key) === 'length of list') return literal(value.length)
    if (/^\d+$/.test(key)) return literal(value[Number(key)])
  }
  const isMethod = (typeof value === 'string' || typeof value === 'number') && words.constants.has(key)
  return isMethod ? { is: 'builtin', name: `constant.${key}`, receiver: literal(value) } : undefined
}

/** A method of a constant, called with constants. */
export function callConstant({ graph: { words } }: Engine, receiver: Constant, method: string, args: readonly Value[]): Value {
  const plain = plainOf(args)
  const run = words.constants.get(method)
  if (!plain || !run) return unknown(`what \`.${method}\` gives of a constant is not followed`)
  return computed(() => run(receiver, ...plain), `.${method}`)
}

/** A function of the language that depends on nothing but its arguments; undefined when it is none, or they are no constants. */
export function callPure({ graph: { words } }: Engine, name: string, args: readonly Value[]): Value | undefined {
  const plain = plainOf(args)
  const run = words.pure.get(name)
  return plain && run ? computed(() => run(...plain), name) : undefined
}

function plainOf(args: readonly Value[]): Constant[] | undefined {
  return args.every((arg) => arg.is === 'literal') ? args.map((arg) => arg.value) : undefined
}

function computed(run: () => unknown, name: string): Value {
  try {
    const result = run()
    if (Array.isArray(result)) return { is: 'list', items: result.map((each) => literal(each)), open: false }
    return literal(result as Constant)
  } catch {
    return unknown(`what \`${name}\` returns is not known`)
  }
}
