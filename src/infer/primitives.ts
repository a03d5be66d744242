import { literal, unknown, type Value } from './value.js'

type Plain = string | number | boolean | null | undefined

/** Methods of strings and numbers that depend on nothing but their arguments: what they give for constants. */
const stringMethods = new Set([
  ...['toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'concat', 'replace', 'replaceAll', 'slice', 'substring', 'at'],
  ...['charAt', 'padStart', 'padEnd', 'repeat', 'includes', 'startsWith', 'endsWith', 'indexOf', 'split', 'toString', 'valueOf', 'toFixed'],
])

const functions: Readonly<Record<string, (...args: never[]) => unknown>> = {
  String,
  Number,
  Boolean,
  parseInt: Number.parseInt,
  parseFloat: Number.parseFloat,
  float: asFloat,
  'Number.parseInt': Number.parseInt,
  'Number.parseFloat': Number.parseFloat,
  ...Object.fromEntries(
    (['max', 'min', 'floor', 'ceil', 'round', 'trunc', 'abs', 'sign', 'sqrt', 'log2', 'log10', 'pow'] as const).map((name) => [
      `Math.${name}`,
      Math[name],
    ]),
  ),
}

/** What `float` makes of a text or a number. */
function asFloat(given: Plain): number {
  const number = typeof given === 'string' ? given.trim().replace(/^([+-]?)inf(inity)?$/i, '$1Infinity') : given
  if (typeof number !== 'string' || !Number.isNaN(Number(number)) || /^[+-]?nan$/i.test(number)) return Number(number)
  throw new TypeError('not a number')
}

/** Longest text that a method may make. */
const longest = 10_000

/** A property or method of a constant. */
export function primitiveMember(value: Plain, key: string): Value | undefined {
  if (typeof value === 'string') {
    if (key === 'length') return literal(value.length)
    if (/^\d+$/.test(key)) return literal(value[Number(key)])
  }
  const isMethod = (typeof value === 'string' || typeof value === 'number') && stringMethods.has(key)
  return isMethod ? { is: 'builtin', name: `constant.${key}`, receiver: literal(value) } : undefined
}

/** A method of a constant, called with constants. */
export function callPrimitive(receiver: Plain, method: string, args: readonly Value[]): Value {
  const plain = plainOf(args)
  const run = (receiver as unknown as Record<string, ((...args: Plain[]) => unknown) | undefined>)[method]
  if (!plain || !run || (method === 'repeat' && Number(plain[0]) > longest) || (method.startsWith('pad') && Number(plain[0]) > longest))
    return unknown(`what \`.${method}\` gives of a constant is not followed`)
  return computed(() => run.apply(receiver, plain), `.${method}`)
}

/** A function of the language that depends on nothing but its arguments; undefined when it is none, or they are no constants. */
export function callPure(name: string, args: readonly Value[]): Value | undefined {
  const plain = plainOf(args)
  const run = Object.hasOwn(functions, name) ? (functions[name] as (...args: Plain[]) => unknown) : undefined
  return plain && run ? computed(() => run(...plain), name) : undefined
}

function plainOf(args: readonly Value[]): Plain[] | undefined {
  return args.every((arg) => arg.is === 'literal') ? args.map((arg) => arg.value) : undefined
}

function computed(run: () => unknown, name: string): Value {
  try {
    const result = run()
    if (Array.isArray(result)) return { is: 'list', items: result.map((each) => literal(each)), open: false }
    return literal(result as Plain)
  } catch {
    return unknown(`what \`${name}\` returns is not known`)
  }
}
