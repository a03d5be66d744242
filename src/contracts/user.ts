import { type Kind, kinds } from '../kinds.js'
import { nearest } from '../nearest.js'
import type { Contract, Made, Parameter, Role, Transfer } from './contract.js'
import { frameworks } from './frameworks.js'
import type { Layout } from './layout.js'
import { type Check, choice, list, numbers, object, oneOf, type Problem, truth, type Validity, word } from './shape.js'

/** What only the contracts of libraries tell. */
type Inner = Exclude<keyof Layout, 'rank'>

/** A contract as a user writes it under `contracts` in the configuration: the library record without its names. */
export interface UserContract
  extends Partial<
    Omit<
      Contract,
      | 'id'
      | 'package'
      | 'name'
      | 'takes'
      | 'defects'
      | 'depends'
      | 'computes'
      | 'runs'
      | 'formula'
      | 'weighted'
      | 'weighsLosses'
      | 'learnt'
      | Inner
    >
  > {
  /** What the call resolves to: `./src/losses#focalLoss`, `torch.nn.functional.cross_entropy`, or both parts apart. */
  callee: string | { package: string; name: string }
  takes?: readonly UserParameter[]
}

export interface UserParameter {
  role: Role
  /** Key of an options object, keyword in Python; the role where it does not matter. */
  name?: string
  /** Acceptable kinds; any when left out. */
  wants?: Kind | readonly Kind[]
  rest?: true
  required?: true
  default?: Parameter['default']
}

const parameter =
  (role: Role) =>
  (...wants: Kind[]): UserParameter => ({ role, wants })

/** Arguments of a user's contract in order: `takes: [prediction('logits'), target('class-indices')]`. */
export const prediction = parameter('prediction')
export const target = parameter('target')
export const value = parameter('value')

export const roles = ['prediction', 'target', 'value', 'weights', 'option'] as const satisfies readonly Role[]
export const transfers = [
  'itself',
  'same',
  'shape',
  'part',
  'affine',
  'at-least',
  'at-most',
  'between',
  'log',
  'exp',
  'tensor',
  'stack',
  'callback',
  'applied',
  'sequence',
  'layers',
  'layer',
  'output',
  'outputs',
  'called',
  'wrapped',
  'state',
  'cell',
  'provided',
] as const satisfies readonly Transfer[]
export const applications = ['softmax', 'sigmoid', 'activation', 'log', 'nothing'] as const satisfies readonly Contract['applies'][]
export const mutations = [
  'append',
  'insert',
  'named',
  'extend',
  'result',
  'hook',
  'remove-last',
  'remove-at',
  'parts',
  'compile',
  'train',
  'other',
] as const satisfies readonly Contract['mutates'][]

const given = oneOf([...kinds, ...transfers])
const kindList: Check = (found, path) => (Array.isArray(found) ? list(oneOf(kinds))(found, path) : oneOf(kinds)(found, path))

const results = list((found, path) => (found === null ? [] : given(found, path)))
const always = choice('true', (found) => found === true)
const wordOrNull = choice('a non-empty string or null', (found) => found === null || (typeof found === 'string' && found !== ''))

const argument = object(
  {
    role: oneOf(roles),
    name: word,
    wants: kindList,
    rest: always,
    required: always,
    default: choice('a string, a number, true, false or null', isScalar),
  } satisfies Record<keyof UserParameter, Check>,
  ['role'],
)

const made = object(
  {
    type: word,
    gives: given,
    activation: object({ option: word, default: word, none: word }, ['option', 'default']),
    gated: always,
    units: wordOrNull,
    wraps: word,
    layers: word,
    outputs: word,
    last: word,
    results,
    on: word,
  } satisfies Record<keyof Made, Check>,
  ['type'],
)

/** The record that the configuration's schema describes too. */
export const userContract = object(
  {
    callee: (found, path) =>
      typeof found === 'string' ? callee(found, path) : object({ package: word, name: word }, ['package', 'name'])(found, path),
    takes: list(argument),
    applies: oneOf(applications),
    axis: choice("an integer or 'elementwise'", (found) => Number.isInteger(found) || found === 'elementwise'),
    axisOption: word,
    classes: wordOrNull,
    classesUnless: word,
    config: always,
    criterion: choice("true or a method's name", (found) => found === true || (typeof found === 'string' && found !== '')),
    property: always,
    gives: given,
    means: word,
    results,
    rank: choice('a number of axes', Number.isInteger),
    empty: oneOf(['list', 'dict']),
    provides: word,
    makes: made,
    trains: word,
    instead: choice('an object of ids by id', (found) => typeof found === 'object' && found !== null),
    repairs: word,
    mutates: oneOf(mutations),
    aligns: always,
    broadcasts: truth,
    bounded: numbers(2),
    normalises: always,
    ignoreIndex: choice('an integer or null', (found) => found === null || Number.isInteger(found)),
    reduction: word,
    silent: list(word),
    raises: list(word),
    source: word,
  } satisfies Record<keyof UserContract, Check>,
  ['callee'],
)

/** Reads the `contracts` of a configuration. Faults come back as `problems`, each with its key path; sound entries are kept. */
export function readContracts(entries: unknown): { contracts: Contract[]; problems: Problem[] } {
  if (!Array.isArray(entries)) return { contracts: [], problems: [{ path: 'contracts', message: 'expected a list of contracts' }] }
  const problems: Problem[] = []
  const contracts: Contract[] = []
  entries.forEach((entry: unknown, index) => {
    const found: Validity = userContract(entry, `contracts[${index}]`)
    problems.push(...found)
    if (found.length === 0) contracts.push(toContract(entry as UserContract))
  })
  return { contracts, problems }
}

function toContract(entry: UserContract): Contract {
  const { callee: written, takes = [], ...facts } = entry
  const { package: pkg, name } = typeof written === 'string' ? resolved(written)! : known(written)
  return {
    source: 'configuration',
    ...facts,
    id: `${pkg}#${name}`,
    package: pkg,
    name,
    takes: takes.map(({ role, name: own, wants = [], ...others }) => ({
      role,
      name: own ?? role,
      wants: typeof wants === 'string' ? [wants] : wants,
      ...others,
    })),
  }
}

function callee(written: string, path: string): Validity {
  if (resolved(written)) return []
  const first = written.split(/[.#]/)[0]!
  const guess = nearest(
    first,
    frameworks.map((framework) => framework.shorthand),
  )
  const hint = guess && guess !== first ? `; the nearest known library is \`${guess}\`` : ''
  return [
    { path, message: `expected './file#name', 'package#name' or a dotted name such as 'torch.nn.BCELoss', found \`${written}\`${hint}` },
  ]
}

/** `package#name`, or a dotted name that starts with a library's package or shorthand; undefined when it is neither. */
function resolved(written: string): { package: string; name: string } | undefined {
  const parts = written.split('#')
  if (parts.length === 2 && parts[0] && parts[1]) return known({ package: parts[0], name: parts[1] })
  const dot = written.indexOf('.')
  const first = written.slice(0, dot)
  const framework = frameworks.find((each) => first === each.shorthand || first === each.package)
  const name = written.slice(dot + 1)
  return framework && dot > 0 && parts.length === 1 && name ? { package: framework.package, name } : undefined
}

/** All packages that re-export a library's interface stand for the library. */
function known(callee: { package: string; name: string }): { package: string; name: string } {
  const framework = frameworks.find((each) => each.shorthand === callee.package || each.imports.includes(callee.package))
  return framework ? { package: framework.package, name: callee.name } : callee
}

function isScalar(found: unknown): boolean {
  return found === null || ['string', 'number', 'boolean'].includes(typeof found)
}
