/**
 * What `diagnose` costs, as a share of the loss's own forward and backward pass: `node bench/runtime.mjs [--backends cpu,wasm]
 * [--sizes 32x10,256x1000] [--record]`. Needs a built dist/. `--record` writes the rows to bench/runtime.json, which README.md shows.
 *
 * One percent is far below the noise between two runs, so the time is taken within steps: what the wrapped call took less what the
 * loss in it took, over a step without the wrapper that comes in turn. All are medians of processor time, so that what else the
 * machine does weighs on both alike. "start" is the eight first calls of a loss together, each of which is examined and most of which are
 * judged; "examined" is a later call that is examined, "skipped" one that is not, and "full" is one of which everything is read.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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
/** Processor time of this process in milliseconds, which does not run on while another program has the processor. */
const now = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const bandwidth = measureBandwidth()
/** Calls that are examined one by one unless a user says otherwise. */
const firstSteps = 8

const rows = []
for (const backend of values.backends.split(',')) {
  await tf.setBackend(backend)
  await tf.ready()
  for (const size of values.sizes.split(',')) {
    const [batch, classes] = size.split('x').map(Number)
    rows.push({ backend, batch, classes, ...bench(batch, classes) })
    show(rows.at(-1))
  }
}
if (values.record) record()

/** Rows of other sizes stay as they were recorded. */
function record() {
  const path = fileURLToPath(new URL('runtime.json', import.meta.url))
  const name = ({ backend, batch, classes }) => `${backend} ${batch}×${classes}`
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).rows : []
  const kept = before.filter((row) => !rows.some((fresh) => name(fresh) === name(row)))
  const all = [...kept, ...rows].sort((a, b) => compare(a.backend, b.backend) || a.batch * a.classes - b.batch * b.classes)
  const processor = cpus()[0]?.model.trim() ?? 'unknown'
  writeFileSync(path, `${JSON.stringify({ tfjs: tf.version.tfjs, node: process.version, processor, bandwidth, rows: all }, null, 2)}\n`)
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b)
}

function bench(batch, classes) {
  const entries = batch * classes
  const target = tf.tidy(() => tf.oneHot(tf.range(0, batch, 1, 'int32').mod(tf.scalar(classes, 'int32')).toInt(), classes).toFloat())
  const logits = tf.randomNormal([batch, classes], 0, 2, 'float32', 1)
  const step = (loss) => {
    const start = now()
    const { value, grads } = tf.valueAndGrads((x) => loss(target, x))([logits])
    value.dataSync()
    const took = now() - start
    tf.dispose([value, ...grads])
    return took
  }
  const modes = {
    // Nothing but the clock, which costs more than a call that is not examined.
    clock: timed(undefined),
    skipped: timed({ firstSteps: 0, every: Infinity }),
    examined: timed({ firstSteps: Infinity }),
    full: timed({ firstSteps: Infinity, full: true }),
  }
  // As after some hundred calls, when the engine has compiled what runs often.
  const value = tf.losses.softmaxCrossEntropy(target, logits)
  for (const { warm } of Object.values(modes)) for (const end = now() + 1500; now() < end; ) warm(target, logits, value)
  const steps = []
  const limit = now() + 20_000
  for (let round = 0; round < rounds(entries) && (round < Math.min(3, rounds(entries)) || now() < limit); round++) {
    steps.push(step(tf.losses.softmaxCrossEntropy))
    for (const mode of Object.values(modes)) step(mode.loss)
  }
  const starts = Array.from({ length: entries < 1e6 ? 20 : entries < 1e7 ? 3 : 1 }, () => {
    const fresh = timed({})
    for (let call = 0; call < firstSteps; call++) step(fresh.loss)
    return sum(fresh.extra)
  })
  tf.dispose([target, logits, value])
  const read = Math.min(entries, classes * Math.max(4, Math.floor(4096 / classes)))
  const clock = median(modes.clock.extra)
  const less = Object.entries(modes).map(([name, { extra }]) => [name, Math.max(0, median(extra) - clock)])
  const start = Math.max(0, median(starts) - firstSteps * clock)
  const ms = { step: median(steps), start, ...Object.fromEntries(less) }
  // Of both arguments, four bytes an entry.
  return { steps: steps.length, ms, floor: (2 * 4 * read) / bandwidth, fullFloor: (2 * 4 * entries) / bandwidth }
}

/** A step of the largest takes a minute on the slowest backend. */
function rounds(entries) {
  return entries < 1e7 ? 2000 : tf.getBackend() === 'cpu' ? 1 : 5
}

/** A wrapped loss, and what each call of it took beside the loss itself. */
function timed(options) {
  let inside = 0
  let known
  const extra = []
  const inner = (...args) => {
    const start = now()
    const result = known ?? tf.losses.softmaxCrossEntropy(...args)
    inside = now() - start
    return result
  }
  const watched = options ? diagnose(inner, { ...options, contract: 'tf.losses.softmaxCrossEntropy', onFinding: 'collect' }) : inner
  const loss = (...args) => {
    const start = now()
    const result = watched(...args)
    extra.push(now() - start - inside)
    return result
  }
  const warm = (target, logits, value) => {
    known = value
    watched(target, logits)
    known = undefined
  }
  return { loss, warm, extra }
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

function show({ backend, batch, classes, ms, floor, fullFloor, steps }) {
  const share = (name) => `${name} ${(1000 * ms[name]).toFixed(1)} µs, ${((100 * ms[name]) / ms.step).toFixed(3)} %`
  console.log(
    `${backend.padEnd(5)}${`${batch}×${classes}`.padEnd(11)} ${steps} steps of ${ms.step.toFixed(3)} ms; ${share('start')}; ${share('skipped')}; ` +
      `${share('examined')} (floor ${(1000 * floor).toFixed(1)} µs); ${share('full')} (floor ${(1000 * fullFloor).toFixed(1)} µs)`,
  )
}

function sum(list) {
  return list.reduce((total, each) => total + each, 0)
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
