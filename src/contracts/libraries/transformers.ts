import type { Framework } from '../framework.js'
import { writer } from '../writer.js'

const pkg = '@huggingface/transformers'
const maths = writer(pkg, 'transformers.js 4.3.1, utils/maths')
const tensors = writer(pkg, 'transformers.js 4.3.1, utils/tensor')

/** transformers.js has no loss: what its functions make of a model's scores is known. Its models are loaded, so nothing is said of them. */
export const transformers: Framework = {
  package: pkg,
  imports: [pkg, '@xenova/transformers'],
  globals: [],
  shorthand: 'transformers',
  types: { Tensor: {} },
  activations: {},
  lossNames: {},
  entries: [
    maths.normalising('softmax', 'distribution', -1),
    maths.normalising('log_softmax', 'log-probabilities', -1),
    ...tensors.kept(['Tensor.tolist', 'Tensor.clone', 'Tensor.to']),
    ...tensors.reshaped(['Tensor.view', 'Tensor.squeeze', 'Tensor.unsqueeze', 'Tensor.flatten']),
  ],
}
