/**
 * Every limit that numbers are judged by, with its reason. Sums are taken in float64, so the tolerances cover only what
 * the library itself rounds. Measured on torch 1.13 and 2.6 (CPU) and tfjs 4.22 (cpu, wasm).
 */

/**
 * How far the row sum of an honest softmax may be from 1. Rounding to the dtype moves a sum by at most one unit of
 * roundoff whatever C is; growth with C comes from float32 accumulation within kernels (2.2e-5 at C = 100,000) and, in
 * float16, from subnormal probabilities. Each limit is at least 2.5 times the worst that was measured.
 */
export function rowSumTolerance(dtype: string, classes: number): number {
  switch (dtype) {
    case 'float64':
      return 1e-9
    case 'float32':
      return 1e-5 + 1e-8 * classes
    case 'bfloat16':
      return 8e-3
    default:
      return unknownOrigin + 3e-8 * classes
  }
}

/** Numbers from text, or cast up from half precision: nothing nearer than this can be asked of their sums. */
const unknownOrigin = 1e-3

/**
 * A row sum refutes a distribution only beyond this: a float32 tensor may have been computed in half precision (tfjs on
 * mobile WebGL, autocast) and a refutation is final. With enough rows it also is enough to prove, see `enoughRows`.
 */
export function refutingTolerance(dtype: string, classes: number): number {
  return Math.max(rowSumTolerance(dtype, classes), unknownOrigin + 3e-8 * classes)
}

/**
 * How far |log-sum-exp| of a log-softmax row may be from 0. Here a log-probability's own rounding counts: at C = 50,000
 * entries are near -10.8, where float16 steps by 2^-7 and bfloat16 by 2^-4.
 */
export function logSumExpTolerance(dtype: string, classes: number): number {
  if (dtype === 'float16') return 1e-2
  if (dtype === 'bfloat16') return 5e-2
  return refutingTolerance(dtype, classes)
}

/** How far an entry may leave [0, 1] and still be a probability: `exp(logSoftmax(x))` and `1 - p` round past the ends. */
export function unitSlack(dtype: string): number {
  switch (dtype) {
    case 'float64':
      return 1e-9
    case 'float16':
      return 1e-3
    case 'bfloat16':
      return 8e-3
    default:
      return 1e-5
  }
}

/**
 * Telling rows (see `Numbers.tellingRows`) needed before row sums prove anything. Real logits pass "in [0, 1], sum within
 * 1e-3 of 1" with a chance of up to 2.7e-3 a row, so 4 independent rows leave less than 1e-10 for every family tried;
 * at C <= 3 structured rows (L2-normalised features lie near an axis in 37-50 % of the cases) ask for 16.
 */
export function enoughRows(classes: number): number {
  return classes <= 3 ? 16 : fewestRows
}

/** Batches add up only when one of them has this many telling rows; see `pool`. */
export const fewestRows = 4

/** Telling rows are counted up to here: beyond, chance is out of the question. */
export const mostTellingRows = 64

/**
 * A row whose largest probability is above this says nothing: one-hot labels, permutations and saturated features look
 * the same. `log` of it bounds the same for log-probabilities: logits shifted by their maximum, when sure, have log-sum-exp 0.
 */
export const tellingMaximum = 0.999

/**
 * "All values in [0, 1]" is weak: the chance a value is 0.34 for N(0, 1), 0.5 for N(0, 0.3), and 0.9996 for small ReLU
 * outputs. 20 values leave 1e-6 of the former; the latter are told apart by their exact zeros, which no sigmoid has.
 */
export const enoughValues = 20

/**
 * Values of one output unit are not independent: an untrained unit's logits may all be 0.2. They are judged probabilities
 * only when they spread over [0, 1] to within this of both ends and still never leave it, or when there are `enoughValues` units.
 */
export const spread = 0.1

/** Distinct values are listed up to here: class indices and binary targets of most tasks. */
export const mostDistinct = 16

/** Entries of an argument that a sampled pass reads: under 1 % of a step of training on wasm at 256 x 1000, see bench/runtime.mjs. */
export const sampledEntries = 4096

/** What a slice of a tensor on a device holds at most, unless a single row is longer: there, memory has to be moved. */
export const slicedEntries = 8192

/** A sample has at least this many rows, whatever C is, so that it can prove. */
export const fewestSampledRows = fewestRows
