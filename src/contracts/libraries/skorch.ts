import type { Framework } from '../framework.js'
import { option, prediction, target } from '../parameters.js'
import { writer } from '../writer.js'

const nets = writer('skorch', 'skorch, classifier.py')

/** skorch: a module and a criterion are given as classes; of what meets NLLLoss it takes the logarithm itself. */
export const skorch: Framework = {
  package: 'skorch',
  imports: ['pypi:skorch'],
  globals: [],
  shorthand: 'skorch',
  types: { NeuralNet: {} },
  activations: {},
  lossNames: {},
  entries: [
    nets.entry('NeuralNetClassifier', {
      takes: [option('module'), option('criterion')],
      trains: 'criterion',
      instead: { 'torch#nn.NLLLoss': 'skorch#NeuralNetClassifier.get_loss' },
      makes: { type: 'NeuralNet', wraps: 'module' },
    }),
    ...['NeuralNet', 'NeuralNetBinaryClassifier'].map((name) =>
      nets.entry(name, {
        takes: [option('module'), option('criterion')],
        trains: 'criterion',
        makes: { type: 'NeuralNet', wraps: 'module' },
      }),
    ),
    nets.entry('NeuralNetClassifier.get_loss', {
      takes: [prediction('y_pred', 'distribution'), target('y_true', 'class-indices')],
      applies: 'log',
      axis: 1,
      ignoreIndex: -100,
      reduction: 'mean',
      silent: ['log-probabilities: the logarithm is taken again, of negative numbers'],
    }),
  ],
}
