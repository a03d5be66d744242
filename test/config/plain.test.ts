import { describe, expect, it } from 'vitest'
import { type Config, defineConfig, lint } from '../../src/index.js'

const double = `import * as tf from '@tensorflow/tfjs'
export const loss = (x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor2D) => tf.losses.softmaxCrossEntropy(y, tf.softmax(tf.matMul(x, w)))
`
const own = `import { focal } from './losses'
import * as tf from '@tensorflow/tfjs'
export const loss = (x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor2D) => focal(tf.softmax(tf.matMul(x, w)), y)
`
const losses = 'export const focal = (prediction: unknown, target: unknown) => native(prediction, target)\n'

async function found(config?: unknown): Promise<string[]> {
  const files = Object.entries({ 'src/a.ts': double, 'src/b.ts': own, 'src/losses.ts': losses, 'test/a.ts': double }).map(
    ([path, text]) => ({ path, text }),
  )
  const { findings } = await lint({ files, config: config as Config })
  return findings.map(({ severity, rule, at }) => `${at!.file} ${severity} ${rule}`)
}

describe('the config that a program hands to lint', () => {
  it('is what a config file holds, in part or whole', async () => {
    expect(await found()).toEqual(['src/a.ts error probabilities-as-logits', 'test/a.ts error probabilities-as-logits'])
    expect(await found({ rules: { 'probabilities-as-logits': 'off' } })).toEqual([])
    const config = defineConfig({
      contracts: [
        { callee: './src/losses#focal', takes: [{ role: 'prediction', wants: 'logits' }, { role: 'target' }], applies: 'softmax' },
      ],
      overrides: [{ files: ['test/'], rules: { 'probabilities-as-logits': 'info' } }],
    })
    expect(await found(config)).toEqual([
      'src/a.ts error probabilities-as-logits',
      'src/b.ts error probabilities-as-logits',
      'test/a.ts info probabilities-as-logits',
    ])
  })

  it('is refused with all that is wrong in it', async () => {
    const wrong = { rule: {}, rules: { 'probabilities-as-logit': 'error' }, minCertainty: 'sure' }
    await expect(found(wrong)).rejects.toThrow(TypeError)
    await expect(found(wrong)).rejects.toThrow(
      /^config\.rule: .*'?rules'?.*\nconfig\.rules.*probabilities-as-logits.*\nconfig\.minCertainty: /s,
    )
  })
})
