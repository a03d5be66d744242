/**
 * What softmax costs that is applied twice: `node bench/double-softmax.mjs [--classes 3,10,100,1000] [--record]`. `--record` writes the
 * rows to bench/double-softmax.json, which rules/probabilities-as-logits.md shows.
 *
 * The same perceptron of 32-64-C learns Gaussian blobs in 32 dimensions from the same weights and the same batches, once with the scores
 * and once with their softmax handed to `tf.losses.softmaxCrossEntropy`. Blobs overlap as much as leaves the nearest centre right in
 * 93 of 100 cases, which is about the best that can be learnt. Accuracy is that on 4,000 points that were not learnt from.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'

const { values } = parseArgs({
  options: { classes: { type: 'string', default: '3,10,100,1000' }, record: { type: 'boolean', default: false } },
})
const path = fileURLToPath(new URL('double-softmax.json', import.meta.url))
const [dimensions, hidden, testPoints] = [32, 64, 4000]
const optimizers = { 'SGD 0.1': () => tf.train.sgd(0.1), 'Adam 0.001': () => tf.train.adam(0.001) }
const scalesOf = { scores: (scores) => scores, softmax: (scores) => tf.softmax(scores) }

await tf.setBackend('wasm')
await tf.ready()
const rows = []
for (const classes of values.classes.split(',').map(Number)) {
  const data = blobs(classes)
  for (const [optimizer, make] of Object.entries(optimizers))
    for (const [input, handed] of Object.entries(scalesOf)) {
      rows.push({ classes, optimizer, input, ...train(data, make(), handed) })
      console.log(JSON.stringify(rows.at(-1)))
    }
  tf.dispose(data)
}
if (values.record) record()

/** Rows of other class counts stay as they were recorded. */
function record() {
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).rows : []
  const all = [...before.filter((row) => !rows.some(({ classes }) => classes === row.classes)), ...rows].sort(
    (a, b) => a.classes - b.classes,
  )
  writeFileSync(path, `${JSON.stringify({ tfjs: tf.version.tfjs, rows: all }, null, 2)}\n`)
}

/** Training points and test points of as many blobs; the scale of the centres is found by bisection. */
function blobs(classes) {
  const centres = tf.randomNormal([classes, dimensions], 0, 1, 'float32', 1)
  const points = (count, scale, seed) => {
    const labels = tf.tensor1d(
      Int32Array.from({ length: count }, (_, index) => index % classes),
      'int32',
    )
    const noise = tf.randomNormal([count, dimensions], 0, 1, 'float32', seed)
    return { x: noise.add(tf.gather(centres, labels).mul(scale)), labels }
  }
  const nearest = (scale) =>
    tf.tidy(() => {
      const { x, labels } = points(testPoints, scale, 3)
      const scaled = centres.mul(scale)
      // |x - c|² less |x|², which is the same for all centres.
      const distances = scaled
        .square()
        .sum(1)
        .sub(tf.matMul(x, scaled, false, true).mul(2))
      return tf.argMin(distances, 1).equal(labels).mean().dataSync()[0]
    })
  let [low, high] = [0, 4]
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2
    if (nearest(middle) < 0.93) low = middle
    else high = middle
  }
  const { train, test } = tf.tidy(() => ({ train: points(trainPoints(classes), high, 2), test: points(testPoints, high, 3) }))
  centres.dispose()
  return { train, test, classes: tf.scalar(classes) }
}

function trainPoints(classes) {
  return Math.min(20_000, Math.max(1500, 100 * classes))
}

function train({ train: { x, labels }, test, classes: count }, optimizer, handed) {
  const classes = count.dataSync()[0]
  const weights = [
    tf.variable(tf.randomNormal([dimensions, hidden], 0, Math.sqrt(2 / dimensions), 'float32', 11)),
    tf.variable(tf.zeros([hidden])),
    tf.variable(tf.randomNormal([hidden, classes], 0, Math.sqrt(1 / hidden), 'float32', 12)),
    tf.variable(tf.zeros([classes])),
  ]
  const scores = (input) => tf.matMul(tf.relu(tf.matMul(input, weights[0]).add(weights[1])), weights[2]).add(weights[3])
  const accuracy = () => tf.tidy(() => tf.argMax(scores(test.x), 1).equal(test.labels).mean().dataSync()[0])
  const [batch, epochs, points] = [classes < 1000 ? 32 : 64, classes < 1000 ? 50 : 30, labels.size]
  const after = {}
  let loss = 0
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = tf.tensor1d(shuffled(points, epoch), 'int32')
    loss = 0
    let steps = 0
    for (let start = 0; start + batch <= points; start += batch, steps++) {
      loss += tf.tidy(() => {
        const at = order.slice([start], [batch])
        const [input, target] = [tf.gather(x, at), tf.oneHot(tf.gather(labels, at), classes).toFloat()]
        return optimizer.minimize(() => tf.losses.softmaxCrossEntropy(target, handed(scores(input))), true).dataSync()[0]
      })
    }
    loss /= steps
    order.dispose()
    if ([1, 5, 10, epochs].includes(epoch)) after[epoch] = Number(accuracy().toFixed(4))
  }
  tf.dispose(weights)
  optimizer.dispose()
  return { epochs, accuracy: after, loss: Number(loss.toFixed(4)) }
}

/** 0 … count - 1 in an order of that seed's own (mulberry32, Fisher and Yates). */
function shuffled(count, seed) {
  let state = seed * 0x9e3779b9
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const list = Int32Array.from({ length: count }, (_, index) => index)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
  return list
}
