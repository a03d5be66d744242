import type { Kind } from '../kinds.js'
import { type Contract, call, type Made, type Transfer } from './contract.js'
import { option, value } from './parameters.js'

type Facts = Partial<Parameters<typeof call>[2]>

export interface Writer {
  entry(name: string, facts: Facts): Contract
  /** Operations of one value; what follows it are options by position. */
  each(names: readonly string[], gives: Kind | Transfer, options?: readonly string[]): Contract[]
  /** The value itself, cast, copied or read back. */
  kept(names: readonly string[]): Contract[]
  /** The same entries in other rows: of the shape that is given as the next argument, or of one that is not told. */
  reshaped(names: readonly string[], shaped?: 'shape'): Contract[]
  /** Products with weights, whose last axis is that of the second value. */
  products(names: readonly string[]): Contract[]
  /** Operations of two values. */
  pairs(names: readonly string[], gives: Kind | Transfer): Contract[]
  /** An activation that normalises along an axis, which the last parameter names where there is one. */
  normalising(name: string, gives: Kind, axis: number, axisOption?: string): Contract
  sigmoid(name: string): Contract
  /** An activation whose results lie in an interval. */
  confined(name: string, low: number, high: number): Contract
  /** Classes or factories of layers, which all take the same options by position. */
  layers(names: readonly string[], made: Partial<Made>, options?: readonly string[], facts?: Facts): Contract[]
  /** What changes no kind and gives nothing that is followed. */
  inert(names: readonly string[]): Contract[]
}

/** Writes the entries of one library, of which most come from one place and look alike. */
export function writer(pkg: string, source: string, layerType = 'Module'): Writer {
  const entry = (name: string, facts: Facts): Contract => call(pkg, name, { source, ...facts })
  const named = (options: readonly string[]) => options.map((each) => option(each))
  return {
    entry,
    each: (names, gives, options = []) => names.map((name) => entry(name, { takes: [value('x'), ...named(options)], gives })),
    kept: (names) => names.map((name) => entry(name, { takes: [value('x'), option('option')], gives: 'itself' })),
    reshaped: (names, shaped) =>
      names.map((name) => entry(name, { takes: [value('x'), option(shaped ?? 'option')], gives: 'same', classes: shaped ?? null })),
    products: (names) => names.map((name) => entry(name, { takes: [value('a'), value('b')], gives: 'logits', classes: 'b' })),
    pairs: (names, gives) => names.map((name) => entry(name, { takes: [value('a'), value('b')], gives })),
    normalising: (name, gives, axis, axisOption) =>
      entry(name, {
        takes: [value('x', 'logits'), ...named(axisOption ? [axisOption] : [])],
        gives,
        axis,
        ...(axisOption && { axisOption }),
      }),
    sigmoid: (name) => entry(name, { takes: [value('x', 'logits')], gives: 'probabilities', axis: 'elementwise' }),
    confined: (name, low, high) => entry(name, { takes: [value('x')], gives: 'affine', bounded: [low, high] }),
    layers: (names, made, options = [], facts = {}) =>
      names.map((name) => entry(name, { takes: named(options), makes: { type: layerType, ...made }, ...facts })),
    inert: (names) => names.map((name) => entry(name, {})),
  }
}
