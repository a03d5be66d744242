import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { diagnose } from '../../src/runtime/index.js'

beforeAll(() => tf.setBackend('cpu'))

const quiet = { onFinding: 'collect' } as const

describe('a wrapped tfjs loss', () => {
  it('has the name, length and properties of the loss', () => {
    const watched = diagnose(tf.losses.softmaxCrossEntropy, quiet)
    expect([watched.name, watched.length, typeof watched]).toEqual(['softmaxCrossEntropy__op', 0, 'function'])
    expect(Object.keys(watched)).toEqual(Object.keys(tf.losses.softmaxCrossEntropy))
  })

  it('gives values and gradients that are the same to the bit, also of weights, smoothing and reduction', () => {
    const y = tf.oneHot([0, 2, 1], 3)
    const x = tf.randomNormal([3, 3], 0, 2, 'float32', 1)
    for (const loss of [tf.losses.softmaxCrossEntropy, tf.losses.sigmoidCrossEntropy]) {
      const watched = diagnose(loss as typeof tf.losses.softmaxCrossEntropy, quiet)
      for (const rest of [[], [tf.tensor1d([1, 0, 3]).expandDims(1), 0.1], [undefined, 0, tf.Reduction.SUM]] as never[][]) {
        if (loss === tf.losses.softmaxCrossEntropy && rest[0]) rest[0] = tf.tensor1d([1, 0, 3]) as never
        const plain = tf.valueAndGrads((p: tf.Tensor) => loss(y, p, ...rest).asScalar())([x])
        const seen = tf.valueAndGrads((p: tf.Tensor) => watched(y, p, ...rest).asScalar())([x])
        expect(seen.value.dataSync()).toEqual(plain.value.dataSync())
        expect(seen.grads[0]!.dataSync()).toEqual(plain.grads[0]!.dataSync())
      }
      expect(watched.reports().at(-1)).toMatchObject({ summary: { clean: 1 }, problems: [] })
    }
  })

  it('leaves nothing behind in memory, in and out of tidy', () => {
    const [y, x] = [
      tf.oneHot([0, 1], 3),
      tf.softmax(
        tf.tensor2d([
          [1, 3, -1],
          [-0.5, 0.8, 0.3],
        ]),
      ),
    ]
    const watched = diagnose(tf.losses.softmaxCrossEntropy, quiet)
    watched(y, x).dispose()
    const before = tf.memory()
    tf.tidy(() => void watched(y, x))
    watched(y, x).dispose()
    expect(tf.memory()).toEqual(before)
  })

  it('sees softmax outputs in minimize, and trains as without', () => {
    const train = (loss: typeof tf.losses.softmaxCrossEntropy) => {
      const { x, y } = data()
      const weights = tf.variable(tf.randomNormal([16, 10], 0, 0.1, 'float32', 6))
      const optimizer = tf.train.adam(0.1)
      const losses: number[] = []
      for (let step = 0; step < 12; step++) {
        const cost = optimizer.minimize(() => loss(y, tf.softmax(x.matMul(weights))).asScalar(), true)
        losses.push(cost!.dataSync()[0]!)
      }
      return [...losses, ...weights.dataSync()]
    }
    const watched = diagnose(tf.losses.softmaxCrossEntropy, quiet)
    expect(train(watched)).toEqual(train(tf.losses.softmaxCrossEntropy))
    const [report] = watched.reports()
    expect(report!.findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'proved', data: { classes: 10 } }])
  })

  it('trains a compiled model as without, and sees its softmax layer', async () => {
    const trained = async (loss: typeof tf.losses.softmaxCrossEntropy) => {
      const { x, y } = data()
      const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 })
      const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [16], units: 10, kernelInitializer, activation: 'softmax' })] })
      model.compile({ optimizer: tf.train.adam(0.03), loss, metrics: ['accuracy'] })
      const { history } = await model.fit(x, y, { epochs: 4, batchSize: 40, shuffle: false, verbose: 0 })
      return { history, weights: model.getWeights().map((each) => [...each.dataSync()]) }
    }
    const watched = diagnose(tf.losses.softmaxCrossEntropy, quiet)
    expect(await trained(watched)).toEqual(await trained(tf.losses.softmaxCrossEntropy))
    expect(watched.reports().at(-1)).toMatchObject({
      summary: { uses: 1 },
      findings: [{ rule: 'probabilities-as-logits', certainty: 'proved' }],
      problems: [],
    })
  })

  it('finds nothing in a compiled model without activation', async () => {
    const { x, y } = data()
    const watched = diagnose(tf.losses.softmaxCrossEntropy, quiet)
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [16], units: 10 })] })
    model.compile({ optimizer: 'sgd', loss: watched })
    await model.fit(x, y, { epochs: 3, batchSize: 33, verbose: 0 })
    expect(watched.reports().at(-1)).toMatchObject({
      uses: [{ loss: '@tensorflow/tfjs#losses.softmaxCrossEntropy', verdict: 'clean' }],
      findings: [],
    })
  })

  it('passes the error of the library on and explains it', () => {
    const watched = diagnose(tf.losses.softmaxCrossEntropy, { onFinding: 'throw' })
    const call = (loss: typeof watched | typeof tf.losses.softmaxCrossEntropy) => () =>
      loss(tf.tensor1d([1, 0]) as tf.Tensor, tf.randomNormal([2, 3]))
    let message = ''
    try {
      call(tf.losses.softmaxCrossEntropy)()
    } catch (error) {
      message = (error as Error).message
    }
    expect(message).toMatch(/Shapes/)
    expect(call(watched)).toThrow(message)
    expect(watched.reports().at(-1)!.summary.findings.error).toBe(1)
  })

  it('reports NaN and lets it pass', () => {
    const watched = diagnose(tf.losses.softmaxCrossEntropy, quiet)
    const loss = watched(
      tf.oneHot([0, 1], 2),
      tf.tensor2d([
        [1, -2],
        [NaN, 3],
      ]),
    )
    expect(loss.dataSync()).toEqual(Float32Array.of(NaN))
    expect(
      watched
        .reports()
        .at(-1)!
        .findings.map(({ rule }) => rule),
    ).toContain('non-finite-input')
  })

  it('recognises the losses behind compile by the marks of the bundle', () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3 })] })
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
    const [inner] = (model as unknown as { model: { lossFunctions: ((t: tf.Tensor, p: tf.Tensor) => tf.Tensor)[] } }).model.lossFunctions
    const watched = diagnose(inner!, quiet)
    watched(
      tf.oneHot([0, 1], 3).toFloat(),
      tf.tensor2d([
        [1, 3, -1],
        [-0.5, 0.8, 0.3],
      ]),
    )
    expect(watched.reports()[0]!.findings).toMatchObject([{ rule: 'logits-as-probabilities', certainty: 'proved' }])
  })

  it('pools batches of other sizes, and keeps those of other class counts apart', () => {
    const watched = diagnose(tf.losses.softmaxCrossEntropy, quiet)
    const shapes: [number, number][] = [
      [8, 5],
      [3, 5],
      [8, 4],
    ]
    for (const [rows, classes] of shapes)
      watched(tf.oneHot(tf.zeros([rows], 'int32'), classes), tf.randomNormal<tf.Rank.R2>([rows, classes], 0, 2))
    expect(watched.reports().at(-1)!.summary).toMatchObject({ uses: 2, clean: 2 })
  })
})

/** 200 points of 10 classes in 16 dimensions. */
function data() {
  return tf.tidy(() => {
    const labels = tf.range(0, 200, 1, 'int32').mod(tf.scalar(10, 'int32')).toInt()
    const x = tf
      .randomNormal([10, 16], 0, 2, 'float32', 1)
      .gather(labels)
      .add(tf.randomNormal([200, 16], 0, 0.2, 'float32', 2))
    return { x, y: tf.oneHot(labels, 10).toFloat() }
  })
}
