import { expect, it } from 'vitest'
import { concise } from '../../src/reporters/concise.js'
import { clean, context, report } from './example.js'

it('prints a line a finding, and the closing line', () => {
  expect(concise(report, context)).toMatchInlineSnapshot(`
    "broken.ts: problem does not parse: 3:7 expression expected
    train.ts:6:47: error probabilities-as-logits \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits. Pass the value before softmax (line 4).
    torch#nn.CrossEntropyLoss: warning saturated-logits 100 % of rows, e.g. row 0, are saturated. Scale the scores.
    3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 1 fixable with --fix --unsafe-fixes · 2 suppressed · 1 problem
    "
  `)
})

it('lists what was not understood when asked to', () => {
  expect(concise({ ...report, findings: [] }, { ...context, unknown: true })).toMatchInlineSnapshot(`
    "broken.ts: problem does not parse: 3:7 expression expected
    train.ts:7:15: unknown @tensorflow/tfjs#losses.sigmoidCrossEntropy \`load\` is declared nowhere (train.ts:7:48)
    3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 2 suppressed · 2 below error not shown · 1 problem
    "
  `)
})

it('prints the closing line also when all is well', () => {
  expect(concise(clean, context)).toBe('1 loss call in 1 file: 1 clean\n')
})
