/**
 * What `diagnose` costs, as a share of the loss's own forward and backward pass: `node bench/runtime.mjs [--backends cpu,wasm]
 * [--sizes 32x10,256x1000] [--record]`. Needs a built dist/. `--record` writes bench/runtime.json, which README.md shows.
 *
 * The share is taken within one step: time spent in the wrapped call less the time in the loss inside it, over the time of
 * the whole step. That is free of the noise between runs, which is far above one percent. The column "step" tells what the
 * clock says with and without the wrapper, in turn.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'
import { diagnose } from '../dist/runtime.js'

const { values } = parseArgs({
  options: {
    backends: { type: 'string', default: 'cpu,wasm' },
    sizes: { type: 'string', default: '32x10,256x1000,4096x1000,2048x32000' },
    record: { type: 'boolean', default: false },
  },
})
const now = () => Number(process.hrtime.bigint()) / 1e6
const bandwidth = measureBandwidth()
const modes = {
  idle: { firstSteps: 0, every: Infinity },
  sampled: { firstSteps: Infinity },
  full: { firstSteps: Infinity, full: true },
}

const rows = []
for (const backend of values.backends.split(',')) {
  await tf.setBackend(backend)
  await tf.ready()
  for (const size of values.sizes.split(',')) {
    const [batch, classes] = size.split('x').map(Number)
    const row = bench(batch, classes)
    rows.push({ backend, size: `${batch}×${classes}`, ...row })
    show(rows.at(-1))
  }
}
if (values.record) {
  const path = fileURLToPath(new URL('runtime.json', import.meta.url))
  const processor = cpus()[0]?.model.trim() ?? 'unknown'
  writeFileSync(path, `${JSON.stringify({ tfjs: tf.version.tfjs, node: process.version, processor, bandwidth, rows }, null, 2)}\n`)
}

function bench(batch, classes) {
  const entries = batch * classes
  const target = tf.tidy(() => tf.oneHot(tf.range(0, batch, 1, 'int32').mod(tf.scalar(classes, 'int32')).toInt(), classes).toFloat())
  const logits = tf.randomNormal([batch, classes], 0, 2, 'float32', 1)
  const losses = Object.entries(modes).map(([mode, options]) => ({ mode, ...timed(options), steps: [], shares: [], spent: [] }))
  const plain = { steps: [] }
  const rounds = tf.getBackend() === 'cpu' && entries > 1e7 ? 1 : Math.max(3, Math.min(400, Math.round(2e8 / (entries * 40))))
  const step = (loss) => {
    const start = now()
    const { value, grads } = tf.valueAndGrads((x) => loss(target, x))([logits])
    value.dataSync()
    const [grad] = grads
    const took = now() - start
    tf.dispose([value, grad])
    return took
  }
  for (let round = rounds > 3 ? -Math.ceil(rounds / 3) : 0; round < rounds; round++) {
    const took = step(tf.losses.softmaxCrossEntropy)
    if (round >= 0) plain.steps.push(took)
    for (const each of losses) {
      const whole = step(each.loss)
      if (round < 0) continue
      each.steps.push(whole)
      each.spent.push(each.extra())
      each.shares.push(each.extra() / (whole - each.extra()))
    }
  }
  tf.dispose([target, logits])
  const floor = (2 * Math.min(entries, 8192) * 4) / bandwidth
  return {
    rounds,
    step: median(plain.steps),
    floor,
    ...Object.fromEntries(
      losses.map(({ mode, steps, shares, spent }) => [
        mode,
        { ms: median(spent), share: median(shares), step: median(steps) / median(plain.steps) },
      ]),
    ),
  }
}

/** A wrapped loss, and how long the last call spent outside of the loss itself. */
function timed(options) {
  let inside = 0
  let extra = 0
  const inner = (...args) => {
    const start = now()
    const result = tf.losses.softmaxCrossEntropy(...args)
    inside = now() - start
    return result
  }
  const watched = diagnose(inner, { ...options, contract: 'tf.losses.softmaxCrossEntropy', onFinding: 'collect' })
  const loss = (...args) => {
    const start = now()
    const result = watched(...args)
    extra = now() - start - inside
    return result
  }
  return { loss, extra: () => extra }
}

/** Bytes that one core reads in a millisecond, from an array far larger than its caches. */
function measureBandwidth() {
  const data = new Float64Array(1 << 24).fill(1)
  const times = []
  for (let round = 0; round < 7; round++) {
    const start = now()
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let i = 0; i < data.length; i += 4) {
      a += data[i]
      b += data[i + 1]
      c += data[i + 2]
      d += data[i + 3]
    }
    times.push(now() - start)
    if (a + b + c + d !== data.length) throw new Error('the sum is wrong')
  }
  return data.byteLength / Math.min(...times)
}

function show({ backend, size, step, floor, ...each }) {
  const parts = Object.keys(modes).map((mode) => {
    const { ms, share, step } = each[mode]
    return `${mode} ${ms.toFixed(4)} ms ${(100 * share).toFixed(3)} % (step ×${step.toFixed(3)})`
  })
  console.log(`${backend.padEnd(5)}${size.padEnd(11)} step ${step.toFixed(3)} ms, floor ${floor.toFixed(4)} ms; ${parts.join('; ')}`)
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
