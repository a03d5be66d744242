import { bestOf } from '../claims.js'
import { isA } from '../kinds.js'
import { negligible } from './negligible.js'
import { confined, numberOf, type Operation } from './tensors.js'
import { mapValue } from './union.js'
import { isEmpty, type Lazy, unknown, type Value } from './value.js'

/** A limit near 0 or 1 leaves probabilities what they are, and scores scores, if confined. */
export function limited({ engine, contract, at }: Operation, side: 'at-least' | 'at-most', value: Value, limit: Lazy | undefined): Value {
  const edge = limit === undefined ? undefined : numberOf(engine.force(limit))
  const kind = value.is === 'tensor' ? bestOf(value.claims)?.kind : undefined
  if (edge !== undefined && kind === 'logits' && value.is === 'tensor') {
    const { low, high } = value.facts.bounded ?? { low: -Infinity, high: Infinity }
    const bounds: [number, number] = side === 'at-least' ? [Math.max(edge, low), high] : [low, Math.min(edge, high)]
    return confined(value, { by: contract.name, bounds, at })
  }
  const near = edge !== undefined && Math.abs(side === 'at-least' ? edge : edge - 1) <= negligible
  return near && kind && isA(kind, 'probabilities') ? value : unknown(`after \`${contract.name}\` the numbers may mean anything`)
}

/** The first value, cut off at the options that follow it, as far as they are given: first the least, then the greatest. */
export function between(operation: Operation, value: Lazy): Value {
  const { engine, options, contract } = operation
  const [least, greatest] = contract.takes.filter(({ role }) => role === 'option').map(({ name }) => name)
  return mapValue(engine.force(value), (one) => {
    const cut = (side: 'at-least' | 'at-most', from: Value, name: string | undefined) => {
      const limit = name === undefined ? undefined : options.get(name)
      return limit === undefined || isEmpty(engine.force(limit)) ? from : mapValue(from, (each) => limited(operation, side, each, limit))
    }
    return cut('at-most', cut('at-least', one, least), greatest)
  })
}
