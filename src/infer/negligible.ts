import { numberOf } from './tensors.js'
import { optionsOf, type Value } from './value.js'

/** Below this, a number that is added, or a limit's distance from 0 or 1, only keeps a logarithm finite. */
export const negligible = 0.01

/** What nobody calls may be given another number than its standard one, which tells what it is for. */
export function isNegligible(value: Value): boolean {
  const numbers = optionsOf(value).flatMap((one) => (one.is === 'unknown' || one.is === 'nothing' ? [] : [numberOf(one)]))
  return numbers.length > 0 && numbers.every((number) => number !== undefined && Math.abs(number) <= negligible)
}
