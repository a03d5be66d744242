import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { diagnoseTraining, type Visor } from '../../../src/runtime/index.js'

beforeAll(() => tf.setBackend('cpu'))

interface Chart {
  values: { x: number; y: number }[][]
  series: string[]
}

describe('the live view', () => {
  it('draws the loss between its bounds, the row sums and the findings, with what they are at the end', async () => {
    const { visor, drawn } = recorder()
    await train('softmax', visor)
    const surfaces = [...new Set(drawn.map(({ surface }) => surface))]
    expect(surfaces).toEqual(['classes: loss', 'classes: row sums of the last batch examined', 'classes: findings'])
    const chart = last(drawn, 'classes: loss') as Chart
    expect(chart.series).toEqual(['loss', 'no class preferred', 'probabilities at best'])
    expect(chart.values.map((line) => line.map(({ x }) => x))).toEqual(Array(3).fill([1, 2, 3, 4, 5, 6]))
    // tfjs-vis reads all lines at the places of the first, and names as paths.
    expect(chart.series.filter((name) => /[.[\]]/.test(name))).toEqual([])
    expect(chart.values[2]!.every(({ y }) => Math.abs(y - Math.log(1 + 2 / Math.E)) < 1e-9)).toBe(true)
    expect(chart.values[0]!.every(({ y }) => y > chart.values[2]![0]!.y)).toBe(true)
    const sums = last(drawn, 'classes: row sums of the last batch examined') as number[]
    expect(sums).toHaveLength(10)
    expect(sums.every((sum) => Math.abs(sum - 1) < 1e-6)).toBe(true)
    expect(last(drawn, 'classes: findings')).toMatchObject({
      values: [['error probabilities-as-logits', expect.stringContaining('`output of classes`'), expect.anything(), expect.anything()]],
    })
  })

  it('says when there is no finding', async () => {
    const { visor, drawn } = recorder()
    await train('linear', visor)
    expect(last(drawn, 'classes: findings')).toMatchObject({ values: [['none', 'no misuse found so far', '', '']] })
  })

  it('does not stop training when it cannot draw', async () => {
    const warned: string[] = []
    const broken = { render: { ...recorder().visor.render, linechart: () => Promise.reject(new Error('no canvas')) } }
    await train('linear', broken, warned)
    expect(warned).toEqual(['ce-lint: the live view failed: Error: no canvas'])
  })
})

function recorder() {
  const drawn: { surface: string; data: unknown }[] = []
  const draw = async (surface: object, data: unknown) =>
    void drawn.push({ surface: (surface as { name: string }).name, data: structuredClone(data) })
  const visor: Visor = { render: { linechart: draw, histogram: draw, table: draw } }
  return { visor, drawn }
}

function last(drawn: readonly { surface: string; data: unknown }[], surface: string): unknown {
  return drawn.findLast((each) => each.surface === surface)?.data
}

async function train(activation: 'softmax' | 'linear', visor: Visor, warned: string[] = []): Promise<void> {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation, name: 'classes' })] })
  model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy as never })
  const [x, y] = [
    tf.randomNormal([60, 4], 0, 2, 'float32', 1),
    tf.oneHot(tf.range(0, 60, 1, 'int32').mod(tf.scalar(3, 'int32')).toInt(), 3),
  ]
  const console = { warn: (text: string) => void warned.push(text), log() {} }
  await model.fit(x, y, { epochs: 1, batchSize: 10, verbose: 0, callbacks: diagnoseTraining({ visor, console }) })
}
