/**
 * How the shape of a result follows from that of the first value. Sizes and axes that it depends on are the contract's options, in
 * their order. `same` as of the value · `broadcast` of all values against each other · `sizes` as the first option lists it, or as
 * many numbers do; `listed` as the one option that is a list does · `expanded` as the first option lists it, -1 for what is there ·
 * `row`, `table` one axis, or two, as long as the options say · `last` the value's with another last axis · `further` with one more
 * axis, the last · `channels` with another axis before those of space, and space of other sizes · `space` with space of other sizes ·
 * `images` with other sizes behind the second axis · `rank` as many axes, of any sizes · `flattened` axes from the first option to
 * the second become one · `swapped` two axes exchanged, `turned` the last two · `permuted` all axes in the order that the first
 * option lists · `moved` one axis put elsewhere · `squeezed`, `unsqueezed` an axis of one entry dropped, added · `reduced` without
 * the axes of the first option, or with one entry along them where the second one says so · `joined`, `stacked` values along an
 * axis, or along a new one · `product` of matrices.
 */
export type ShapeRule =
  | 'same'
  | 'broadcast'
  | 'sizes'
  | 'listed'
  | 'expanded'
  | 'row'
  | 'table'
  | 'last'
  | 'further'
  | 'channels'
  | 'space'
  | 'images'
  | 'rank'
  | 'flattened'
  | 'swapped'
  | 'turned'
  | 'permuted'
  | 'moved'
  | 'squeezed'
  | 'unsqueezed'
  | 'reduced'
  | 'joined'
  | 'stacked'
  | 'product'

/**
 * How the type of a result's numbers follows, where it is no name: `same` as of the first value · `promoted` as operands of different
 * types are · `quotient` that of floats at least · `named` as an argument names it or has it; one that names a device leaves it.
 */
export const dtypeRules = ['same', 'promoted', 'quotient', 'named'] as const

/** What a call tells of its result beside the kind. */
export interface Layout {
  /** Axes that the result has at least. */
  rank?: number
  shape?: ShapeRule
  /** Option with which the result is something else, such as a pair: then no shape is told. */
  shapeUnless?: string
  /** Axes that the values have at least and at most: the library refuses any others. */
  ranks?: readonly [least: number, most: number]
  /** The axis along which it normalises when the caller names none, by the rank of the value; the last one for all higher ranks. */
  axisByRank?: readonly number[]
  /** Type of the result's numbers, a name or a rule, unless an option `dtype` tells it. Left out, what reshapes or moves keeps it. */
  dtype?: string
}
