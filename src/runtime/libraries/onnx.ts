import type { Adapter } from '../held.js'

interface OnnxTensor {
  dims: readonly number[]
  type: string
  location: string
  readonly data: unknown
}

/** Tensors of ONNX Runtime (Node, web, React Native), and those of transformers.js, which have the same members. */
export const onnx: Adapter = (given, name) => {
  if (!isOnnxTensor(given)) return undefined
  const { dims, type, location } = given
  if (type === 'string') throw new TypeError(`${name}: expected a tensor of real numbers, got type string`)
  // Getting them would move the tensor from there for good.
  if (!location.startsWith('cpu'))
    throw new TypeError(`${name}: its numbers are in a ${location}; pass { data: await tensor.getData(), dims: tensor.dims }`)
  return { shape: dims, dtype: type, view: () => given.data }
}

function isOnnxTensor(given: object): given is OnnxTensor {
  return 'dims' in given && 'type' in given && 'location' in given && typeof given.location === 'string'
}
