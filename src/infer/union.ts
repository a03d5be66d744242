import { type Strength, weaker } from '../claims.js'
import { mergedTensor } from './merged-tensor.js'
import { same, sameLazy } from './same.js'
import { type Assumption, type Choice, type Instance, type Lazy, nothing, unknown, type Value, type Via } from './value.js'

/** Joins what may arrive: alternatives are flattened, empty ones dropped, those alike merged. */
export function union(choices: readonly { value: Value; when?: readonly Assumption[]; via: Via }[]): Value {
  const options: Choice[] = []
  for (const { value, when = [], via } of choices) {
    if (value.is === 'nothing') continue
    const inner: readonly Choice[] = value.is === 'union' ? value.options : [{ value, when: [], via }]
    for (const option of inner) {
      add(options, { value: option.value, when: [...when, ...option.when], via: option.via === 'branch' ? 'branch' : via })
      if (options.length > mostChoices) forget(options)
      if (options.length > mostChoices) return unknown(`more than ${mostChoices} different values can arrive here`)
    }
  }
  if (options.length === 0) return nothing
  const [first] = options
  if (options.every((option) => same(option.value, first!.value))) return first!.value
  return { is: 'union', options }
}

const mostChoices = 48

/** Where there are too many ways, it is not kept which of them lead to what is alike. */
function forget(options: Choice[]): void {
  for (const { value, via } of options.splice(0)) add(options, { value, when: [], via })
}

/** Two chains of choices that differ in one member only, as one chain. */
function eitherOf(a: readonly Assumption[], b: readonly Assumption[]): readonly Assumption[] | undefined {
  if (a.length !== b.length || a.some((each, index) => each.key !== b[index]!.key || each.test !== undefined)) return undefined
  const differing = a.filter((each, index) => each.value !== b[index]!.value)
  if (differing.length > 1) return undefined
  return a.map((each, index) => {
    const all = new Set([...each.value.split('|'), ...b[index]!.value.split('|')])
    return { key: each.key, value: [...all].join('|') }
  })
}

/**
 * What may arrive on any way takes in what is alike, however many ways there are: to the rules, tensors of the same kinds
 * are one tensor. One object that took different ways stays one object, of which some fields differ.
 */
function add(options: Choice[], choice: Choice): void {
  const { value } = choice
  for (const [index, known] of options.entries()) {
    const when = known.when.length === 0 ? known.when : known.via === choice.via ? eitherOf(known.when, choice.when) : undefined
    const merged = when && (same(known.value, value) ? known.value : mergedTensor(known.value, value))
    if (!merged) continue
    options[index] = { value: merged, when, via: known.via === 'callers' ? choice.via : known.via }
    return
  }
  const index = value.is === 'instance' ? options.findIndex((each) => each.value.is === 'instance' && sameInstance(each.value, value)) : -1
  const known = options[index]
  if (known?.value.is !== 'instance' || value.is !== 'instance') options.push(choice)
  else {
    const open = known.value.open ?? value.open
    options[index] = { value: { ...known.value, fields: joinFields(known, choice), ...(open && { open }) }, when: [], via: choice.via }
  }
}

function sameInstance(a: Instance, b: Instance): boolean {
  return a.class === b.class && a.ctx === b.ctx && a.made === b.made
}

function joinFields(a: Choice, b: Choice): Map<string, Lazy> {
  const fields = new Map<string, Lazy>()
  const [left, right] = [a.value as Instance, b.value as Instance]
  for (const key of new Set([...left.fields.keys(), ...right.fields.keys()])) {
    const [one, other] = [left.fields.get(key) ?? left.open, right.fields.get(key) ?? right.open]
    if (one && other && sameLazy(one, other)) fields.set(key, one)
    else {
      const sides = [one && { value: one, when: a.when, via: a.via }, other && { value: other, when: b.when, via: b.via }]
      fields.set(key, { join: sides.filter((side) => side !== undefined) })
    }
  }
  return fields
}

/** What may arrive where nothing but a value can be used: `null`, `undefined` and `false` would end in an error. */
export function present(value: Value): Value {
  if (value.is !== 'union') return value
  const there = value.options.filter(
    ({ value: one }) => one.is !== 'literal' || (one.value !== null && one.value !== undefined && one.value !== false),
  )
  return there.length === 0 || there.length === value.options.length ? value : union(there)
}

/** A value of whose kind no more is claimed than that it is so with a certain strength. */
export function weakened(value: Value, strength: Strength): Value {
  return mapValue(value, (one) =>
    one.is === 'tensor' ? { ...one, claims: one.claims.map((claim) => ({ ...claim, strength: weaker(claim.strength, strength) })) } : one,
  )
}

/** Applies a function to each alternative. */
export function mapValue(value: Value, change: (one: Exclude<Value, { is: 'union' }>) => Value): Value {
  if (value.is !== 'union') return change(value)
  return union(value.options.map((option) => ({ value: change(option.value), when: option.when, via: option.via })))
}
