import type { Box } from './box.js'

/**
 * A tensor of any library, and the one way to get at its numbers without a cost to the program: `view` where they lie in
 * memory, `take` where they have to be copied, `fetch` where reading at once would wait for a device. What these return is
 * flat, in row-major order of the tensor or of the box.
 */
export type Held = { shape: readonly number[]; dtype: string } & (
  | { view(): unknown }
  | { take(box: Box): unknown }
  | { fetch(box: Box): Promise<unknown> }
)

/** Knows the tensors of one library by their shape as objects, without importing it. Throws a `TypeError` when they cannot be read. */
export type Adapter = (given: object, name: string) => Held | undefined
