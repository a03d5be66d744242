import { fromNested, type Nested, sizeOf } from '../../numbers/values.js'
import type { Box } from '../box.js'
import type { Adapter } from '../held.js'

interface NestedTensor {
  shape: readonly number[]
  data: Nested
  requires_grad: boolean
}

/** Tensors of js-pytorch, which keeps nested arrays, also of those on its GPU. Its numbers are JavaScript's own. */
export const jsPytorch: Adapter = (given, name) => {
  if (!isNestedTensor(given)) return undefined
  const { shape } = given
  return { shape, dtype: 'number', take: (box) => fromNested(cut(given.data, box, shape, 0), name).data }
}

function isNestedTensor(given: object): given is NestedTensor {
  return 'requires_grad' in given && 'shape' in given && Array.isArray(given.shape) && 'data' in given && Array.isArray(given.data)
}

/** Only the box, so that a sample of a large batch stays cheap. */
function cut(nested: Nested, box: Box, shape: readonly number[], depth: number): Nested {
  const { begin, size } = box
  if (depth === shape.length || sizeOf(size.slice(depth)) === sizeOf(shape.slice(depth)) || !Array.isArray(nested)) return nested
  return nested.slice(begin[depth], begin[depth]! + size[depth]!).map((each) => cut(each, box, shape, depth + 1))
}
