/**
 * What a full reading of scores costs, per entry, as a ratio to forward and backward of the loss in TensorFlow.js (wasm where it
 * is installed, else cpu). Medians of interleaved runs. `node bench/statistics.mjs`
 */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = join(mkdtempSync(join(tmpdir(), 'statistics-')), 'stats.mjs')
await build({ entryPoints: [join(root, 'src/numbers/stats.ts')], bundle: true, format: 'esm', outfile, logLevel: 'error' })
const { measure } = await import(outfile)
const tf = await import('@tensorflow/tfjs').then((module) => module.default ?? module)
await import('@tensorflow/tfjs-backend-wasm').then(
  () => tf.setBackend('wasm'),
  () => tf.setBackend('cpu'),
)
await tf.ready()

const sizes = [
  [32, 10],
  [256, 100],
  [256, 1000],
  [4096, 1000],
]
console.log(`backend ${tf.getBackend()}`)
console.log('size | loss, ns an entry | scores | probabilities | log-probabilities | sample of scores | scores / loss | sample / loss')
for (const shape of sizes) {
  const logits = tf.randomNormal(shape, 0, 2, 'float32', 1)
  const labels = tf.oneHot(tf.randomUniform([shape[0]], 0, shape[1], 'int32', 2), shape[1])
  const gradients = tf.valueAndGrad((z) => tf.losses.softmaxCrossEntropy(labels, z).asScalar())
  const read = (values, rows) => measure({ data: values, shape, dtype: 'float32' }, { classAxis: 1, rows })
  const [scores, soft, logs] = [logits, tf.softmax(logits), tf.logSoftmax(logits)].map((each) => each.dataSync())
  const sample = Math.max(16, Math.floor(8192 / shape[1]))
  const tasks = [
    () => tf.tidy(() => gradients(logits).grad.dataSync()),
    () => read(scores),
    () => read(soft),
    () => read(logs),
    () => read(scores, sample),
  ]
  const [loss, ...costs] = medians(tasks, shape[0] * shape[1])
  const cells = [loss, ...costs].map((cost) => cost.toFixed(2))
  const percent = (cost) => `${((100 * cost) / loss).toFixed(1)} %`
  console.log([shape.join('x'), ...cells, percent(costs[0]), percent(costs[3])].join(' | '))
  tf.dispose([logits, labels])
}

/** Nanoseconds an entry, of each task. */
function medians(tasks, entries) {
  const repeats = Math.max(1, Math.floor(20_000 / entries))
  const times = tasks.map(() => [])
  for (let round = 0; round < 25; round++)
    for (const [index, task] of tasks.entries()) {
      const start = performance.now()
      for (let i = 0; i < repeats; i++) task()
      if (round >= 4) times[index].push(((performance.now() - start) * 1e6) / (repeats * entries))
    }
  return times.map((each) => each.sort((a, b) => a - b)[each.length >> 1])
}
