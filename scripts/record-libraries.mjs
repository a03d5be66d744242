// Records what losses of further libraries give and refuse, into test/contracts/libraries-golden.json:
//   npm i --prefix /tmp/libraries --ignore-scripts js-pytorch@0.7.2 deepbox@1.0.0 propel@3.3.1 deeplearn@0.5.1 synaptic@1.1.4 neataptic@1.4.7 dannjs@2.3.13
//   node scripts/record-libraries.mjs /tmp/libraries
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.argv[2], 'index.js'))
const P = [
  [0.1, 0.7, 0.2],
  [0.3, 0.4, 0.3],
]
const Z = [
  [1, 3, -1],
  [-0.5, 0.8, 0.3],
]
const O = [
  [0, 1, 0],
  [1, 0, 0],
]
const y = [1, 0]
const column = [[2], [1]]
const golden = {}

/** A value with eight decimals, or the message of the error. */
function record(loss, call, run) {
  golden[loss] ??= {}
  try {
    golden[loss][call] = rounded(run())
  } catch (error) {
    golden[loss][call] = `throws ${error.message}`
  }
}

function rounded(value) {
  if (typeof value !== 'number') return Array.from(value, rounded)
  return Number.isFinite(value) ? Number(value.toFixed(8)) : String(value)
}

function jsPytorch() {
  const { torch } = require('js-pytorch')
  const loss = (z, t) => () => new torch.nn.CrossEntropyLoss().forward(torch.tensor(z), torch.tensor(t)).data[0]
  const id = 'js-pytorch#nn.CrossEntropyLoss'
  record(id, 'logits', loss(Z, y))
  record(id, 'probabilities', loss(P, y))
  record(id, 'one-hot', loss(Z, O))
  record(id, 'swapped', loss(O, Z))
  record(id, 'one column', loss(column, [0, 0]))
  record(id, 'scores above 709', loss([[800, 0]], [0]))
}

function deepbox() {
  const { tensor, logSoftmax } = require('deepbox/ndarray')
  const nn = require('deepbox/nn')
  const int = (values) => tensor(values, { dtype: 'int32' })
  const numberOf = (given) => (typeof given === 'number' ? given : given.toArray())
  const cases = {
    crossEntropyLoss: {
      logits: [tensor(Z), int(y)],
      'logits, one-hot': [tensor(Z), tensor(O)],
      probabilities: [tensor(P), int(y)],
      swapped: [tensor(O), tensor(Z)],
      'one column': [tensor(column), int([0, 0])],
      'out of range': [tensor(Z), int([5, 0])],
      '[N, 1] indices': [tensor(Z), int([[1], [0]])],
    },
    nllLoss: {
      'log-probabilities': [logSoftmax(tensor(Z)), int(y)],
      probabilities: [tensor(P), int(y)],
      logits: [tensor(Z), int(y)],
      'one-hot': [logSoftmax(tensor(Z)), tensor(O)],
    },
    binaryCrossEntropyLoss: {
      probabilities: [tensor(P), tensor(O)],
      logits: [tensor(Z), tensor(O)],
      swapped: [tensor(O), tensor(P)],
      '[N] against [N, 1]': [tensor([0.1, 0.2]), tensor([[1], [0]])],
    },
    binaryCrossEntropyWithLogitsLoss: {
      'sigmoid 1, positive': [tensor([1]), tensor([1])],
      'sigmoid 0, negative': [tensor([0]), tensor([0])],
      '[N, C]': [tensor(Z), tensor(O)],
    },
    klDivLoss: {
      'log-probabilities': [logSoftmax(tensor(Z)), tensor(P)],
      probabilities: [tensor(P), tensor(P)],
      'logits, one-hot': [tensor(Z), tensor(O)],
    },
  }
  for (const [name, calls] of Object.entries(cases))
    for (const [call, args] of Object.entries(calls)) record(`deepbox#${name}`, call, () => numberOf(nn[name](...args)))
  const { logLoss } = require('deepbox/metrics')
  record('deepbox#logLoss', 'probabilities', () => logLoss(tensor([1, 0]), tensor([0.7, 0.4])))
  record('deepbox#logLoss', 'swapped', () => logLoss(tensor([0.7, 0.4]), tensor([1, 0])))
  record('deepbox#logLoss', 'logits', () => logLoss(tensor([1, 0]), tensor([3, -1])))
}

function propel() {
  const { tensor } = require('propel')
  const calls = {
    'logits, one-hot': [Z, O],
    'probabilities, one-hot': [P, O],
    swapped: [O, Z],
    'logits, indices': [Z, y],
    'probabilities, indices': [P, y],
    'one column': [column, [0, 0]],
  }
  for (const name of ['softmaxCE', 'softmaxLoss'])
    for (const [call, [z, t]] of Object.entries(calls)) record(`propel#Tensor.${name}`, call, () => tensor(z)[name](tensor(t)).dataSync())
}

function deeplearn() {
  const dl = require('deeplearn')
  const eager = (t, z) => () => dl.losses.softmaxCrossEntropy(t, z).dataSync()
  const id = 'deeplearn#losses.softmaxCrossEntropy'
  record(id, 'logits', eager(dl.tensor2d(O), dl.tensor2d(Z)))
  record(id, 'probabilities', eager(dl.tensor2d(O), dl.tensor2d(P)))
  record(id, 'swapped', eager(dl.tensor2d(Z), dl.tensor2d(O)))
  record(id, 'indices', eager(dl.tensor1d(y), dl.tensor2d(Z)))
  record(id, 'one column', eager(dl.tensor2d([[1], [1]]), dl.tensor2d(column)))
  const cost = (x, target) => () => {
    const graph = new dl.Graph()
    const made = graph.softmaxCrossEntropyCost(graph.constant(dl.tensor1d(x)), graph.constant(dl.tensor1d(target)))
    return new dl.Session(graph, dl.ENV.math).eval(made, []).dataSync()[0]
  }
  record('deeplearn#Graph.softmaxCrossEntropyCost', 'logits', cost(Z[0], O[0]))
  record('deeplearn#Graph.softmaxCrossEntropyCost', 'probabilities', cost(P[0], O[0]))
  record('deeplearn#Graph.softmaxCrossEntropyCost', 'swapped', cost(O[0], Z[0]))
}

function networks() {
  const { Trainer } = require('synaptic')
  const { methods } = require('neataptic')
  const { lossfuncs } = require('dannjs')
  const losses = {
    'synaptic#Trainer.cost.CROSS_ENTROPY': Trainer.cost.CROSS_ENTROPY,
    'neataptic#methods.cost.CROSS_ENTROPY': methods.cost.CROSS_ENTROPY,
    'dannjs#lossfuncs.bce': (target, output) => lossfuncs.bce(output, target),
  }
  for (const [id, loss] of Object.entries(losses)) {
    record(id, 'probabilities', () => loss(O[0], P[0]))
    record(id, 'swapped', () => loss(P[0], O[0]))
    record(id, 'logits', () => loss(O[0], Z[0]))
    record(id, 'an output of 1', () => loss([1], [1]))
  }
  record('synaptic#Trainer.cost.CROSS_ENTROPY', 'a class index', () => Trainer.cost.CROSS_ENTROPY(1, P[0]))
}

for (const run of [jsPytorch, deepbox, propel, deeplearn, networks]) {
  run()
  // Propel holds a copy of deeplearn.js, and both share this.
  delete globalThis.ENV
}
writeFileSync(join(import.meta.dirname, '../test/contracts/libraries-golden.json'), `${JSON.stringify(golden, null, 2)}\n`)
