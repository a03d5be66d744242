import type { Kind } from '../kinds.js'
import { lastName, spelling } from './catalog.js'
import type { Contract } from './contract.js'

/** A right and a wrong call of a loss, in its library's language. */
export interface Samples {
  language: 'js' | 'py'
  right: string
  wrong: string
  /** Why the wrong one is wrong. */
  because: string
}

/** Undefined for what is no loss, and for losses whose prediction may be anything. */
export function samplesOf(contract: Contract): Samples | undefined {
  const wanted = contract.takes.find((parameter) => parameter.role === 'prediction')?.wants[0]
  if (!wanted) return undefined
  const { given, because } = mistake(contract, wanted)
  if (spelling(contract).startsWith('compile(')) return compiled(contract, wanted)
  return {
    language: contract.package === 'torch' ? 'py' : 'js',
    right: written(contract, expression(contract, wanted)),
    wrong: written(contract, given),
    because,
  }
}

function mistake(contract: Contract, wanted: Kind): { given: string; because: string } {
  if (contract.applies === 'softmax') return { given: activated(contract, 'softmax'), because: 'softmax is applied twice' }
  if (contract.applies === 'sigmoid') return { given: activated(contract, 'sigmoid'), because: 'sigmoid is applied twice' }
  if (wanted === 'log-probabilities') return { given: activated(contract, 'softmax'), because: 'the logarithm is missing' }
  return { given: 'logits', because: `the ${wanted === 'distribution' ? 'softmax' : 'sigmoid'} is missing` }
}

function expression(contract: Contract, kind: Kind): string {
  if (kind === 'logits') return 'logits'
  if (kind === 'log-probabilities') return activated(contract, contract.package === 'torch' ? 'log_softmax' : 'logSoftmax')
  return activated(contract, kind === 'distribution' ? 'softmax' : 'sigmoid')
}

function activated(contract: Contract, name: string): string {
  if (contract.package !== 'torch') return `tf.${name}(logits)`
  return name === 'sigmoid' ? 'torch.sigmoid(logits)' : `torch.${name}(logits, dim=${contract.axis === -1 ? -1 : 1})`
}

function written(contract: Contract, predicted: string): string {
  const args = contract.takes
    .filter((parameter) => parameter.role === 'prediction' || parameter.role === 'target')
    .map((parameter) => (parameter.role === 'prediction' ? predicted : 'labels'))
  if (contract.name.endsWith('ctc_loss') || lastName(contract) === 'CTCLoss') args.push('input_lengths', 'target_lengths')
  const isModule = /^nn\.[A-Z]/.test(contract.name) && contract.package === 'torch'
  return `${spelling(contract)}${isModule ? '()' : ''}(${args.join(', ')})`
}

function compiled(contract: Contract, wanted: Kind): Samples {
  const activation = wanted === 'distribution' ? 'softmax' : 'sigmoid'
  const model = (last: string) =>
    `model.add(tf.layers.dense({ ${last} }))\nmodel.compile({ optimizer: 'adam', loss: '${lastName(contract)}' })`
  return {
    language: 'js',
    right: model(`units, activation: '${activation}'`),
    wrong: model('units'),
    because: `the ${activation} is missing`,
  }
}
