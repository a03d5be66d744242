import type { Contract } from '../contracts/contract.js'
import type { Engine } from './engine.js'
import { sizesIn } from './known-shapes.js'
import { shapeOf } from './literals.js'
import { mapValue } from './union.js'
import type { Lazy, Tensor, Value } from './value.js'

/** What a contract says of the last axis of a result: the option that tells its size, or that it is another than the input's. */
export type LastAxis = Pick<Contract, 'classes' | 'classesUnless'>

/** Size of a result's last axis: a number, the last entry of a shape, the last axis of a tensor; undefined where it is not told. */
export function lastAxisOf(engine: Engine, { classes, classesUnless }: LastAxis, options: ReadonlyMap<string, Lazy>): number | undefined {
  const other = classesUnless === undefined ? undefined : options.get(classesUnless)
  if (other !== undefined && !isFalse(engine.force(other))) return undefined
  const given = typeof classes === 'string' ? options.get(classes) : undefined
  const value = given === undefined ? undefined : engine.force(given)
  if (value?.is === 'list' && !value.open) return sizeIn(value.items.at(-1) && engine.force(value.items.at(-1)!))
  return sizeIn(value)
}

function isFalse(value: Value): boolean {
  return value.is === 'literal' && !value.value
}

/** The last axis of a tensor, or a number that is one. */
export function sizeIn(value: Value | undefined): number | undefined {
  if (value?.is === 'tensor') return value.facts.classes ?? value.facts.shape?.at(-1) ?? undefined
  return value?.is === 'literal' && typeof value.value === 'number' && value.value > 0 ? value.value : undefined
}

/** A tensor of the same entries with another last axis; rows that were cut anew keep what holds for single entries. */
export function reshaped(
  engine: Engine,
  tensor: Tensor,
  contract: LastAxis,
  options: ReadonlyMap<string, Lazy>,
  cut: (tensor: Tensor) => Tensor,
): Tensor {
  if (contract.classes === undefined) return { ...tensor, literal: undefined }
  const classes = lastAxisOf(engine, contract, options)
  const { literal: values } = tensor
  const shape =
    values && typeof contract.classes === 'string' ? shapeOf(engine, options.get(contract.classes), values.data.length) : undefined
  const literal = values && shape && { ...values, shape }
  const whole = tensor.facts.classes === undefined || classes === undefined || tensor.facts.classes === classes
  const kept = whole ? tensor : cut(tensor)
  const { classes: _, shape: __, rank: ___, axis, ...facts } = kept.facts
  const rank = typeof contract.classes === 'string' ? sizesIn(engine, options.get(contract.classes))?.length : undefined
  // Counted from the front, it may be another axis now that has the number.
  const counted = { ...(rank !== undefined && { rank }), ...(axis !== undefined && axis < 0 && { axis }) }
  return { ...kept, literal, facts: { ...facts, ...counted, ...(classes !== undefined && { classes }), ...(literal && { shape }) } }
}

/** The value with its last axis as a layer leaves it. */
export function withLastAxis(engine: Engine, value: Value, contract: LastAxis, options: ReadonlyMap<string, Lazy>): Value {
  if (contract.classes === undefined) return value
  const classes = lastAxisOf(engine, contract, options)
  return mapValue(value, (one) => {
    if (one.is !== 'tensor') return one
    const { classes: _, ...facts } = one.facts
    return { ...one, facts: classes === undefined ? facts : { ...facts, classes } }
  })
}

/** A tensor that is combined entry by entry with others: an axis of one entry takes the size of theirs. */
export function broadcast(value: Value, others: readonly Value[]): Value {
  const sizes = others.filter((other) => other.is !== 'literal').map(sizeIn)
  const wide = sizes.find((size) => size !== undefined && size > 1)
  return mapValue(value, (one) => {
    if (one.is !== 'tensor' || (one.facts.classes ?? 1) > 1) return one
    const { classes, ...facts } = one.facts
    const known = wide ?? (sizes.includes(undefined) ? undefined : classes)
    return { ...one, facts: known === undefined ? facts : { ...facts, classes: known } }
  })
}
