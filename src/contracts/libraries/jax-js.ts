import type { Framework } from '../framework.js'
import { option, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = '@jax-js/jax'
const nn = writer(pkg, 'jax-js 0.1.25, src/library/nn.ts')
const numpy = writer(pkg, 'jax-js 0.1.25, src/library/numpy.ts')

/** jax-js has no cross-entropy of its own, nor has its optax: its activations are known, so that their results are. */
export const jaxJs: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: 'jax-js',
  types: { Tensor: { chained: 'numpy' }, 'numpy.Array': { extends: 'Tensor' } },
  activations: {},
  lossNames: {},
  entries: [
    nn.normalising('nn.softmax', 'distribution', -1, 'axis'),
    nn.normalising('nn.logSoftmax', 'log-probabilities', -1, 'axis'),
    nn.sigmoid('nn.sigmoid'),
    nn.confined('nn.relu', 0, Infinity),
    nn.confined('nn.relu6', 0, 6),
    nn.confined('nn.softplus', 0, Infinity),
    nn.entry('nn.oneHot', {
      takes: [value('x', 'class-indices'), option('numClasses')],
      gives: 'one-hot',
      axis: -1,
      classes: 'numClasses',
    }),
    ...numpy.products(['numpy.matmul', 'numpy.dot']),
    ...numpy.each(['numpy.einsum'], 'logits'),
    ...numpy.pairs(['numpy.add', 'numpy.subtract', 'numpy.multiply', 'numpy.divide', 'Tensor.sub', 'Tensor.mul', 'Tensor.div'], 'affine'),
    ...numpy.each(['numpy.exp'], 'exp'),
    ...numpy.each(['numpy.log'], 'log'),
    ...numpy.reshaped(['numpy.reshape'], 'shape'),
    ...numpy.reshaped(['numpy.squeeze', 'numpy.expandDims', 'numpy.ravel']),
    ...numpy.each(['numpy.clip'], 'same', ['min', 'max']),
    ...numpy.kept(['numpy.astype']),
    ...numpy.each(['numpy.transpose', 'numpy.take', 'Tensor.slice'], 'part', ['option']),
    ...numpy.each(['numpy.array'], 'tensor', ['options']),
    ...numpy.each(['numpy.argmax'], 'class-indices', ['axis']),
    numpy.entry('Tensor.ref', { takes: [value('this')], gives: 'itself', property: true }),
  ],
}
