import type { Role } from '../contracts/contract.js'
import type { Place } from '../place.js'

/** A tensor in a file, of which a part can be read at a time. */
export interface StoredTensor {
  shape: readonly number[]
  /** As NumPy names it: `float32`, `int64`, `bool`, also `bfloat16`; `number` for numbers in text. */
  dtype: string
  /** It comes from a table, where a column of numbers is [N] and [N, 1] alike. */
  tabular?: true
  /**
   * The entries of slices `from` to `to` of the first axis, in row-major order; of a tensor without axes `read(0, 1)` is
   * its number. Throws an error when the file cannot be read any more.
   */
  read(from: number, to: number): ArrayLike<number>
}

/** A file of tensors. Nothing but their names is read before one is asked for. */
export interface StoredFile {
  /** Names of the tensors; one that is not to be had throws when it is opened. */
  names: readonly string[]
  /** Throws an error that says what is wrong with the tensor, and what to do. */
  open(name: string): Promise<StoredTensor>
  /** What a file may say beside its tensors, as JSON files do. */
  loss?: string
  options?: Record<string, string | number | boolean | null>
  value?: number
  /** Where a name stands in the text; of a file of bytes nothing. */
  place?(name: string): Place | undefined
  close(): void
}

/** The parts of a loss call that are stored as tensors. */
export const parts = ['prediction', 'target', 'weights'] as const satisfies readonly Role[]
export type Part = (typeof parts)[number]
