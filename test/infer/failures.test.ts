import { expect, test } from 'vitest'
import { lint } from '../../src/lint.js'

test('a fault of the analysis costs the file in which it comes up, and is told of', () => {
  const files = [
    {
      path: 'a.ts',
      text: `import * as tf from '@tensorflow/tfjs'\nimport { z } from './broken'\ntf.losses.softmaxCrossEntropy(y, z)\n`,
    },
    { path: 'b.ts', text: `import * as tf from '@tensorflow/tfjs'\ntf.losses.softmaxCrossEntropy(y, tf.softmax(z))\n` },
  ]
  const isFile = (path: string): boolean => {
    if (path.includes('broken')) throw new RangeError('Maximum call stack size exceeded')
    return false
  }
  const { findings, problems } = lint({ files, host: { read: () => undefined, isFile } })
  expect(findings.map(({ at, rule }) => [at?.file, rule])).toEqual([['b.ts', 'probabilities-as-logits']])
  expect(problems).toEqual([
    { file: 'a.ts', message: expect.stringMatching(/^ce-lint failed on this file: .*please report it$/), internal: true },
  ])
})
