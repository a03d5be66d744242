import type { Constant, Language, Run } from '../../graph/language.js'

/** Longest text that a method may make. */
const longest = 10_000

/** Methods of strings and numbers, run as they are. */
const constants = [
  ...[
    'toLowerCase',
    'toUpperCase',
    'trim',
    'trimStart',
    'trimEnd',
    'concat',
    'replace',
    'replaceAll',
    'slice',
    'substring',
    'at',
    'charAt',
  ],
  ...['padStart', 'padEnd', 'repeat', 'includes', 'startsWith', 'endsWith', 'indexOf', 'split', 'toString', 'valueOf', 'toFixed'],
]
const lengthening = new Set(['repeat', 'padStart', 'padEnd'])

function method(name: string): Run {
  return (receiver, ...args) => {
    const run = (receiver as unknown as Record<string, ((...args: Constant[]) => unknown) | undefined>)[name]
    if (!run || (lengthening.has(name) && Number(args[0]) > longest)) throw new RangeError(name)
    return run.apply(receiver, args)
  }
}

const ofMath = ['max', 'min', 'floor', 'ceil', 'round', 'trunc', 'abs', 'sign', 'sqrt', 'log2', 'log10', 'pow'] as const

/** What JavaScript calls that which inference knows of every language. */
export const language: Language = {
  lists: {
    push: 'adds at end and counts',
    unshift: 'adds at start and counts',
    pop: 'takes out',
    shift: 'takes first',
    reverse: 'reverses',
    fill: 'fills with',
    splice: 'changes somehow',
    sort: 'changes somehow',
    add: 'changes somehow',
    toReversed: 'gives reversed',
    values: 'gives itself',
    keys: 'gives indices',
    entries: 'gives entries',
    map: 'maps each',
    flatMap: 'maps each and flattens',
    filter: 'keeps some',
    reduce: 'folds all',
    forEach: 'runs for each',
    find: 'finds one',
    some: 'tests for some',
    every: 'tests for every',
    at: 'reads item',
    slice: 'slices out',
    concat: 'joins lists',
    flat: 'flattens lists',
    join: 'joins text',
    includes: 'tells whether in',
    indexOf: 'tells where',
  },
  maps: {
    get: 'reads entry',
    has: 'tells whether in',
    set: 'sets entry',
    delete: 'takes out',
    clear: 'takes all',
    keys: 'gives keys',
    values: 'gives values',
    entries: 'gives entries',
    forEach: 'runs for each',
  },
  functions: { call: 'calls on', apply: 'calls on with list', bind: 'binds to' },
  // An object with a method `then` would itself be taken for a promise.
  promises: Object.fromEntries([['then', 'passes on'], ...['catch', 'finally'].map((name) => [name, 'watches over'])]),
  globals: {
    'Promise.resolve': 'hands on',
    'Promise.all': 'hands on',
    'Object.freeze': 'hands on',
    'Object.seal': 'hands on',
    structuredClone: 'hands on',
    'Float32Array.from': 'hands on',
    'Int32Array.from': 'hands on',
    Float32Array: 'hands on',
    Float64Array: 'hands on',
    Int32Array: 'hands on',
    Uint8Array: 'hands on',
    'Object.keys': 'gives keys',
    'Object.values': 'gives values',
    'Object.entries': 'gives entries',
    'Object.fromEntries': 'takes entries',
    'Object.assign': 'adds members',
    'Object.defineProperty': 'defines members',
    'Object.defineProperties': 'defines members',
    Map: 'makes map',
    WeakMap: 'makes map',
    Array: 'makes list of length',
    'Array.from': 'makes list from',
    'Array.of': 'makes list of arguments',
    'Array.isArray': 'tells whether list',
    Boolean: 'tells truth',
  },
  members: { length: 'length of list' },
  pure: {
    String,
    Number,
    Boolean,
    parseInt: (text, radix) => Number.parseInt(text as string, radix as number),
    parseFloat: (text) => Number.parseFloat(text as string),
    'Number.parseInt': (text, radix) => Number.parseInt(text as string, radix as number),
    'Number.parseFloat': (text) => Number.parseFloat(text as string),
    ...Object.fromEntries(ofMath.map((name) => [`Math.${name}`, Math[name] as Run])),
  },
  constants: Object.fromEntries(constants.map((name) => [name, method(name)])),
  extending: ['extends', 'implements'],
  overridden: (method) => [`super.${method}`],
}
