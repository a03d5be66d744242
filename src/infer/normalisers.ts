import { type Tensor, type Unknown, unknown, type Value } from './value.js'

/**
 * A value that may be the logarithm of a sum of exponentials: scores minus such a one may be log-probabilities. What is made
 * of it by moving its entries, or by operations of which nothing is known, may be one too.
 */
export function normaliser(reason: string): Unknown {
  return { ...unknown(reason), normaliser: true }
}

export function mayNormalise(value: Value): value is Unknown | Tensor {
  if (value.is === 'union') return value.options.some((option) => mayNormalise(option.value))
  return (value.is === 'unknown' || value.is === 'tensor') && value.normaliser === true
}

/** The value of no known kind, as one that may normalise where one of those that it is made of does. */
export function madeOfNormaliser(from: readonly Value[], made: Unknown): Unknown {
  return from.some(mayNormalise) ? { ...made, normaliser: true } : made
}
