import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Picture } from '../../src/report.js'
import { type DiagnoseOptions, diagnose } from '../../src/runtime/index.js'
import { deviceBackend } from '../support/device-backend.js'

const classes = 10

describe.each(['cpu', 'wasm', deviceBackend])('the picture of a watched loss on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend)
  })

  it.each([
    { shape: [30], options: {} },
    { shape: [3000], options: {} },
    { shape: [3000], options: { rows: 7 } },
    { shape: [3000], options: { full: true } },
    { shape: [40, 50], options: {} },
  ])('shows rows of $shape as they stood in the tensors, which are gone', async ({ shape, options }) => {
    const picture = await pictureOf(shape, options)
    const rows = shape.reduce((product, size) => product * size, 1)
    expect(picture.rows).toBe(rows)
    // A block has eight times fifty rows, a sample as many as 4,096 entries are.
    const most = backend === deviceBackend && shape.length > 1 ? 400 : 409
    expect(picture.drawn).toBe(Math.min(rows, (options as DiagnoseOptions).rows ?? most))
    expect(picture.rowSums!.counts.reduce((sum, count) => sum + count, 0)).toBe(picture.drawn)
    expect(picture.values.counts.reduce((sum, count) => sum + count, 0)).toBe(picture.drawn * classes)
    // A row starts with its own number.
    expect(picture.loudest).toHaveLength(5)
    for (const { row, entries } of picture.loudest) expect(entries[0]).toBe(row)
  })
})

/** Of a loss whose tensors are disposed of before anyone asks. */
async function pictureOf(shape: number[], options: DiagnoseOptions): Promise<Picture> {
  const watched = diagnose(tf.losses.softmaxCrossEntropy, { ...options, onFinding: 'collect' })
  const rows = shape.reduce((product, size) => product * size, 1)
  const entries = Float32Array.from({ length: rows * classes }, (_, at) => (at % classes === 0 ? at / classes : Math.sin(at)))
  const logits = tf.tensor(entries, [...shape, classes])
  const target = tf.oneHot(tf.ones(shape, 'int32'), classes).toFloat()
  const loss = watched(target, logits)
  await watched.settled()
  tf.dispose([logits, target, loss])
  return watched.reports().at(-1)!.uses[0]!.picture!
}
