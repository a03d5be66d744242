import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { repairs } from './repairs.js'

/** Runs a program's `step`, which gives its loss and its other outputs, as it is written. */
async function run(text: string): Promise<{ loss: number; others: number[][] }> {
  const body = text.replace(/^import .*$/m, '').replace(/^export /gm, '')
  const step = new Function('tf', `${body}\nreturn step`)(tf) as (...args: tf.Tensor[]) => Promise<[tf.Tensor | number, ...tf.Tensor[]]>
  const [x, w] = [tf.tensor2d([[1, 0], [0, 1]]), tf.tensor2d([[20, -20, -20], [-20, 20, -20]])] // biome-ignore format: two rows each
  const [ys, idx] = [tf.tensor2d([[1, 0, 0], [0, 1, 0]]), tf.tensor1d([0, 1], 'int32')] // biome-ignore format: two rows
  const [loss, ...others] = await step(x, w, ys, idx)
  return { loss: typeof loss === 'number' ? loss : (loss.arraySync() as number), others: others.map((each) => [...each.dataSync()]) }
}

const program = (body: string) => `import * as tf from '@tensorflow/tfjs'\nexport async function step(x, w, ys, idx) {\n${body}\n}\n`

/** What no softmax of probabilities of 3 classes can fall below. */
const floor = Math.log(1 + 2 / Math.E)

describe('a repaired program of TensorFlow.js', () => {
  it.each([
    ['an activation in the call', '  const z = tf.matMul(x, w)\n  return [tf.losses.softmaxCrossEntropy(ys, tf.softmax(z)), z]'],
    [
      'a value that is read elsewhere',
      '  const z = tf.matMul(x, w)\n  const p = tf.softmax(z)\n  return [tf.losses.softmaxCrossEntropy(ys, p), p, p.argMax(1), z]',
    ],
    [
      'an earlier value without a name',
      '  const p = tf.matMul(x, w).softmax()\n  return [tf.losses.softmaxCrossEntropy(ys, p), p, tf.greater(p, 0.5)]',
    ],
    ['a value that nothing else reads', '  const p = tf.softmax(tf.matMul(x, w))\n  return [tf.losses.softmaxCrossEntropy(ys, p)]'],
  ])('has a loss below its floor, and no other output has changed: %s', async (_, body) => {
    const text = program(body)
    const { texts, report } = await repairs({ 'a.js': text })
    const [before, after] = [await run(text), await run(texts.get('a.js')!)]
    expect(report.findings).toEqual([])
    expect(before.loss).toBeGreaterThanOrEqual(floor - 1e-6)
    expect(after.loss).toBeLessThan(1e-6)
    expect(after.others).toEqual(before.others)
  })

  it('scores the model, and not the labels, once its arguments are exchanged', async () => {
    const text = program('  const z = tf.matMul(x, w)\n  return [tf.losses.softmaxCrossEntropy(z, tf.oneHot(idx, 3)), z]')
    const { texts } = await repairs({ 'a.js': text })
    const [before, after] = [await run(text), await run(texts.get('a.js')!)]
    expect(before.loss).toBeLessThan(0)
    expect(after.loss).toBeLessThan(1e-6)
    expect(after.others).toEqual(before.others)
  })

  const trained = (activation: string, loss: string) =>
    program(`  const model = tf.sequential()
  model.add(tf.layers.dense({ units: 3, activation: '${activation}', inputShape: [2], kernelInitializer: 'zeros' }))
  model.compile({ optimizer: tf.train.adam(1), loss: tf.losses.${loss} })
  const { history } = await model.fit(x, ys, { epochs: 60, verbose: 0, shuffle: false })
  return [history.loss.at(-1), model.predict(x).sum(1)]`)

  it('trains below its floor once compile is given the loss that takes probabilities, and still predicts them', async () => {
    const text = trained('softmax', 'softmaxCrossEntropy')
    const { texts, report } = await repairs({ 'a.js': text })
    const [before, after] = [await run(text), await run(texts.get('a.js')!)]
    expect([report.findings, texts.get('a.js')]).toEqual([[], text.replace('tf.losses.softmaxCrossEntropy', "'categoricalCrossentropy'")])
    expect(before.loss).toBeGreaterThanOrEqual(floor - 1e-6)
    expect(after.loss).toBeLessThan(0.1)
    for (const { others } of [before, after]) expect(others[0]!.every((sum) => Math.abs(sum - 1) < 1e-5)).toBe(true)
  })

  it('trains below its floor once the last activation is left out, which changes what it predicts', async () => {
    const text = trained('sigmoid', 'sigmoidCrossEntropy')
    expect((await repairs({ 'a.js': text })).texts.size).toBe(0)
    const { texts, report } = await repairs({ 'a.js': text }, true)
    const [before, after] = [await run(text), await run(texts.get('a.js')!)]
    expect([report.findings, texts.get('a.js')]).toEqual([[], text.replace("activation: 'sigmoid', ", '')])
    expect(before.loss).toBeGreaterThanOrEqual((Math.log1p(Math.exp(-1)) + 2 * Math.LN2) / 3 - 1e-6)
    expect(after.loss).toBeLessThan(0.1)
    expect(before.others[0]!.every((sum) => sum >= 0 && sum <= 3)).toBe(true)
    expect(after.others[0]!.every((sum) => sum >= 0 && sum <= 3)).toBe(false)
  })
})
