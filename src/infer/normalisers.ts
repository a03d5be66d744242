import type { Tensor, Unknown, Value } from './value.js'

/**
 * Whether a value may be the logarithm of a sum of exponentials, or is on the way there: scores minus such a one may be
 * log-probabilities. What is made of it by operations of which nothing is known may be one too.
 */
export function mayNormalise(value: Value): value is Unknown | Tensor {
  if (value.is === 'union') return value.options.some((option) => mayNormalise(option.value))
  return (value.is === 'unknown' || value.is === 'tensor') && value.normaliser === true
}

/** The value of no known kind, as one that may normalise where one of those that it is made of does. */
export function madeOfNormaliser(from: readonly Value[], made: Unknown): Unknown {
  return from.some(mayNormalise) ? { ...made, normaliser: true } : made
}
