import { expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** A program of each library as its users write it: what is wrong beside what is right. */
const programs: Record<string, string> = {
  'js-pytorch': `
const { torch } = require('js-pytorch')
const nn = torch.nn
class Classifier extends nn.Module {
  constructor(inputs, hidden, classes) {
    super()
    this.w1 = new nn.Linear(inputs, hidden)
    this.relu = new nn.ReLU()
    this.w2 = new nn.Linear(hidden, classes)
    this.softmax = new nn.Softmax()
  }
  forward(x) {
    let z = this.w1.forward(x)
    z = this.relu.forward(z)
    z = this.w2.forward(z)
    return z
  }
  probabilities(x) {
    return this.softmax.forward(this.forward(x), -1)
  }
}
const model = new Classifier(8, 16, 4)
const lossFunction = new nn.CrossEntropyLoss()
const x = torch.randn([8, 8])
const y = torch.randint(0, 4, [8])
lossFunction.forward(model.forward(x), y) //! clean
lossFunction.forward(model.probabilities(x), y) //! probabilities-as-logits
new torch.nn.CrossEntropyLoss().forward(model.probabilities(x).reshape([8, 4]), y) //! probabilities-as-logits
`,
  deepbox: `
import { Linear, LogSoftmax, Module, ReLU, Sequential, Softmax, crossEntropyLoss, nllLoss, binaryCrossEntropyLoss } from 'deepbox/nn'
import { parameter, tensor, sigmoid, softmax } from 'deepbox/ndarray'
import { logLoss } from 'deepbox/metrics'
import * as db from 'deepbox'
const body = new Sequential(new Linear(4, 16), new ReLU(), new Linear(16, 3))
const withSoftmax = new Sequential(new Linear(4, 16), new ReLU(), new Linear(16, 3), new Softmax())
const withLog = new Sequential(new Linear(4, 3), new LogSoftmax())
class Head extends Module {
  linear = new Linear(16, 3)
  forward(x) {
    return softmax(this.linear.forward(x))
  }
}
const withHead = new Sequential(new Linear(4, 16), new ReLU(), new Head())
export function step(x, y, binary) {
  crossEntropyLoss(body.forward(x), y) //! clean
  crossEntropyLoss(withSoftmax.forward(x), y) //! probabilities-as-logits
  crossEntropyLoss(withHead.forward(x), y) //! probabilities-as-logits
  nllLoss(withLog.forward(x), y) //! clean
  nllLoss(withSoftmax.forward(x), y) //! probabilities-as-log-probabilities
  binaryCrossEntropyLoss(sigmoid(body.forward(x)), binary) //! clean
  binaryCrossEntropyLoss(body.forward(x), binary) //! logits-as-probabilities
  logLoss(binary, sigmoid(body.forward(x))) //! clean
  return db.nn.crossEntropyLoss(db.ndarray.softmax(body.forward(x)), y) //! probabilities-as-logits
}
`,
  propel: `
import * as pr from 'propel'
function network(images, params) {
  return images.cast('float32').linear('L1', params, 200).relu().linear('L2', params, 10)
}
export function train(params, images, labels) {
  network(images, params).softmaxLoss(labels) //! clean
  network(images, params).softmax().softmaxLoss(labels) //! probabilities-as-logits
  return network(images, params).softmax().softmaxCE(labels) //! probabilities-as-logits
}
`,
  deeplearn: `
import { Array1D, Graph, Session, NDArrayMathGPU } from 'deeplearn'
import * as dl from 'deeplearn'
const graph = new Graph()
const x = graph.placeholder('x', [784])
const labels = graph.placeholder('labels', [10])
const scores = graph.add(graph.matmul(graph.variable('w', Array1D.randNormal([784])), x), graph.variable('b', Array1D.zeros([10])))
const cost = graph.softmaxCrossEntropyCost(scores, labels) //! clean
const doubled = graph.softmaxCrossEntropyCost(graph.softmax(scores), labels) //! probabilities-as-logits
export function eager(images: dl.Tensor2D, w: dl.Tensor2D, y: dl.Tensor1D) {
  const logits = images.matMul(w)
  dl.losses.softmaxCrossEntropy(dl.oneHot(y, 10), logits) //! clean
  dl.losses.softmaxCrossEntropy(dl.oneHot(y, 10), dl.softmax(logits)) //! probabilities-as-logits
  return dl.losses.softmaxCrossEntropy(logits, dl.oneHot(y, 10)) //! swapped-arguments
}
`,
  shumai: `
import * as sm from '@shumai/shumai'
const crossEntropy = sm.loss.crossEntropy()
const model = sm.module.sequential(sm.module.linear(4, 16), sm.relu, sm.module.linear(16, 3))
export function step(x: sm.Tensor, y: sm.Tensor) {
  crossEntropy(y, sm.softmax(model(x), 1)) //! clean
  crossEntropy(y, model(x)) //! logits-as-probabilities
  return sm.loss.binaryCrossEntropy()(y, sm.sigmoid(model(x))) //! clean
}
`,
  'node-mlx': `
import mlx from '@frost-beta/mlx'
const { core: mx, nn } = mlx
const model = new nn.Sequential(new nn.Sequential(new nn.Linear(2, 10), nn.relu), new nn.Linear(10, 1))
const bounded = new nn.Sequential(new nn.Linear(2, 10), new nn.ReLU(), new nn.Linear(10, 1), mx.sigmoid)
function lossFn(x, y, flag) {
  nn.losses.crossEntropy(nn.softmax(new nn.Linear(4, 3).forward(x)), y) //! probabilities-as-logits
  nn.losses.crossEntropy(new nn.Linear(4, 3).forward(x), y) //! clean
  nn.losses.binaryCrossEntropy(model.forward(x), y) //! clean
  nn.losses.binaryCrossEntropy(bounded.forward(x), y) //! probabilities-as-logits
  nn.losses.binaryCrossEntropy(bounded.forward(x), y, undefined, false) //! clean
  nn.losses.binaryCrossEntropy(model.forward(x), y, undefined, false) //! logits-as-probabilities
  nn.losses.binaryCrossEntropy(bounded.forward(x), y, undefined, flag) //! unknown
  return mx.mean(nn.losses.nllLoss(nn.logSoftmax(model.forward(x)), y)) //! clean
}
`,
  jsgrad: `
import { Conv2d, Linear, Tensor, mnist } from '@jsgrad/jsgrad'
class MNIST {
  layers = [new Conv2d(1, 32, 5), Tensor.relu, Tensor.max_pool2d, (x) => x.flatten(1), new Linear(576, 10)]
  call = (x: Tensor) => x.sequential(this.layers)
}
const model = new MNIST()
const [images, labels] = await mnist(undefined)
model.call(images).sparse_categorical_crossentropy(labels) //! clean
model.call(images).softmax().sparse_categorical_crossentropy(labels) //! probabilities-as-logits
model.call(images).log_softmax().nll_loss(labels) //! clean
model.call(images).nll_loss(labels) //! logits-as-log-probabilities
model.call(images).sigmoid().binary_crossentropy_logits(labels) //! probabilities-as-logits
images.cross_entropy(labels) //! unknown
`,
  gradiatorjs: `
import { Dense, Sequential, sigmoid, relu, crossEntropyLoss_binary, crossEntropyLoss_softmax, softmax } from 'gradiatorjs'
const model = new Sequential(new Dense(4, 16, relu), new Dense(16, 1, sigmoid))
const scores = new Sequential(new Dense(4, 16, relu), new Dense(16, 3))
export function step(x, y) {
  crossEntropyLoss_binary(model.forward(x), y) //! clean
  crossEntropyLoss_binary(scores.forward(x), y) //! logits-as-probabilities
  crossEntropyLoss_softmax(scores.forward(x), y) //! clean
  crossEntropyLoss_softmax(new Dense(16, 3, sigmoid).forward(x), y) //! probabilities-as-logits
  return crossEntropyLoss_softmax(softmax(scores.forward(x)), y) //! unknown
}
`,
  netsaur: `
import { Cost, CPU, DenseLayer, ReluLayer, Sequential, setupBackend, SigmoidLayer, SoftmaxLayer } from 'https://deno.land/x/netsaur@0.4.0/mod.ts'
const right = new Sequential({
  size: [4, 784],
  layers: [DenseLayer({ size: [64] }), ReluLayer(), DenseLayer({ size: [10] }), SoftmaxLayer()],
  cost: Cost.CrossEntropy, //! clean
})
const wrong = new Sequential({
  size: [4, 784],
  layers: [DenseLayer({ size: [64] }), ReluLayer(), DenseLayer({ size: [10] })],
  cost: Cost.CrossEntropy, //! logits-as-probabilities
})
const sigmoids = new Sequential({
  size: [4, 2],
  layers: [DenseLayer({ size: [3] }), SigmoidLayer()],
  cost: Cost.CrossEntropy, //! probabilities-as-distribution
})
const binary = new Sequential({ size: [4, 2], layers: [DenseLayer({ size: [1] }), SigmoidLayer()], cost: Cost.BinCrossEntropy }) //! clean
const regression = new Sequential({ size: [4, 1], layers: [DenseLayer({ size: [1] })], cost: Cost.MSE })
export const of = (cost) => new Sequential({ size: [4, 1], layers: [DenseLayer({ size: [1] })], cost }) //! unknown
`,
  'functions of plain arrays': `
import { Trainer } from 'synaptic'
import { methods } from 'https://esm.sh/neataptic@1.4.7'
import { metrics } from 'scikitjs'
import * as tf from '@tensorflow/tfjs'
const dannjs = require('dannjs')
export function judge(x: tf.Tensor2D, w: tf.Tensor2D, labels: number[]) {
  const scores = x.matMul(w)
  Trainer.cost.CROSS_ENTROPY(labels, scores.arraySync()) //! logits-as-probabilities
  methods.cost.CROSS_ENTROPY(labels, tf.sigmoid(scores).arraySync()) //! clean
  dannjs.lossfuncs.bce(tf.sigmoid(scores).arraySync(), labels) //! clean
  dannjs.lossfuncs.bce(scores.arraySync(), labels) //! logits-as-probabilities
  metrics.logLoss(labels, tf.sigmoid(scores)) //! clean
  return metrics.logLoss(labels, scores) //! logits-as-probabilities
}
`,
}

test.each(Object.entries(programs))('%s', (_, program) => {
  const { found, expected } = verdicts(program)
  expect(found).toEqual(expected)
})
