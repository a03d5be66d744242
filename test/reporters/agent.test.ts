import { expect, it } from 'vitest'
import { agent } from '../../src/reporters/agent.js'
import { clean, context, report } from './example.js'

it('spells out every fact and every edit, and what was not understood without being asked', () => {
  expect(agent(report, context)).toMatchInlineSnapshot(`
    "3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 1 fixable with --fix --unsafe-fixes · 2 suppressed · 1 problem

    broken.ts problem
      what: does not parse: 3:7 expression expected

    train.ts:6:47 error probabilities-as-logits (proved)
      what: \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.
      why: It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.
      do: Pass the value before softmax (line 4).
      from: train.ts:4:15 softmax applied here
      from: model.ts:2:9 and here
      fix (changes training): Pass \`head(x)\`
        replace train.ts:6:47 to 6:52 with "head(x)"

    torch#nn.CrossEntropyLoss warning saturated-logits (likely)
      what: 100 % of rows, e.g. row 0, are saturated.
      why: Softmax is 0 or 1.
      do: Scale the scores.

    train.ts:7:15 not understood: @tensorflow/tfjs#losses.sigmoidCrossEntropy
      why: \`load\` is declared nowhere
      stopped at: train.ts:7:48
      do: Declare \`load\`.

    Run ce-lint again after each change. Reasons and examples: ce-lint explain probabilities-as-logits, ce-lint explain saturated-logits
    Columns count from 1, ends are exclusive. Where a finding is wrong, leave the code and say so.
    "
  `)
})

it('begins with the counts also when all is well', () => {
  expect(agent(clean, context)).toBe('1 loss call in 1 file: 1 clean\n')
})
