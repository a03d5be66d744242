/** Sums along an axis, over all lines that were read; `worst` is the largest |sum - 1|. */
export interface AxisSum {
  axis: number
  min: number
  max: number
  worst: number
}

/**
 * What one pass over a tensor measured. Rows run along the class axis, so a `[N, C]` tensor has N rows of C entries;
 * a tensor read without a class axis (class indices, binary targets) is one row an entry. Everything is taken in float64.
 * Extremes and sums leave NaN out, sums and gaps also rows with an infinity; they are NaN where nothing was there to measure.
 */
export interface Numbers {
  shape: readonly number[]
  /** As the library names it: `float32`, `int32`, `bool`, `int64`, …; `number` for plain JavaScript arrays. */
  dtype: string
  /** Entries along the class axis: C. 1 when there is none. */
  classes: number
  /** Rows in the tensor, and rows that were read. */
  rows: number
  seenRows: number
  min: number
  max: number
  nan: number
  infinite: number
  /** Where the first NaN or infinity stands, in row-major order of the tensor's own axes. */
  firstNonFinite?: readonly number[]
  /** Rows with an entry outside [0, 1] by more than rounding (`unitSlack`), and the farthest out of the first of them. */
  outsideUnit: number
  firstOutsideUnit?: number
  /** Rows with an entry below 0; rows with an entry that is no integer. */
  negative: number
  fractions: number
  /** Every entry is 0 or 1. */
  binary: boolean
  /** Every entry is -1 or +1. */
  signed: boolean
  /** Distinct values, ascending, while there are at most 16 of them. */
  distinct?: readonly number[]
  /** Smallest and largest row sum; `worst` is the largest |sum - 1|. */
  rowSum: { min: number; max: number; worst: number }
  /** An axis other than that of the classes along which the entries sum to 1, when rows do not: it was normalised in their place. */
  otherAxis?: AxisSum
  /**
   * Largest |log-sum-exp| of a row. Absent when an entry is above 0; not looked for any more (since `exp` is what costs) when one
   * row was too far from 0 for log-probabilities, and only a lower bound for rows whose largest entry shows that already.
   */
  logSumExp?: number
  /** Rows with a single 1 and zeros; rows of zeros and ones with more than one 1. */
  oneHotRows: number
  multiHotRows: number
  /** Rows with at most one entry that is not 0: one-hot rows, or such times a weight. */
  singleRows: number
  /** Indices that are the largest of some row, ascending: the labels of one-hot rows. Only up to 16 classes. */
  argmax?: readonly number[]
  /**
   * Distinct rows, up to 64, that could be told from a row of something else by their sum: within [0, 1] and not (almost)
   * one-hot, or all entries at most 0 and none (almost) 0. Permutations of a row count once.
   */
  tellingRows: number
  /** The most of them in one batch: those of others may be the same examples again. The same number until batches are pooled. */
  tellingAtOnce: number
  /** What is left without the ignore index, when one was named: number of entries, smallest and largest. */
  kept?: { count: number; min: number; max: number }
  /** All rows are equal, and there is more than one. */
  equalRows: boolean
  /** Smallest over rows of (largest entry - second largest entry): how sure softmax is at its least sure. */
  leastGap: number
  greatestGap: number
}
