import { expect, it } from 'vitest'
import { logProbabilitiesAsLogits } from '../../rules/log-probabilities-as-logits.js'
import { swappedArguments } from '../../rules/swapped-arguments.js'
import type { Rule } from '../../src/rule.js'
import { opaque, shown, use } from './uses.js'

const loss = 'torch.nn.functional.cross_entropy'

function advice(rule: Rule, ...args: Parameters<typeof use>): string | undefined {
  const problem = rule.check(use(...args))
  return problem && rule.say(problem.data).todo
}

it('advises to exchange the arguments only where the other one may be the prediction', () => {
  const indices = shown('p.argmax(1)', 'class-indices')
  expect(advice(swappedArguments, loss, indices, opaque('y'))).toMatch(/^Pass the scores instead of .*; if `y` holds the scores/)
  expect(advice(swappedArguments, loss, indices, shown('z', 'logits'))).toMatch(/^Exchange them/)
})

it('advises to leave out the logarithm together with the softmax that it is taken of', () => {
  const of = (madeBy: string) => shown('p', 'log-probabilities', { madeBy })
  expect(advice(logProbabilitiesAsLogits, loss, of('softmax'), opaque('y'))).toMatch(/the logarithm and `softmax`/)
  expect(advice(logProbabilitiesAsLogits, loss, of('log_softmax'), opaque('y'))).toMatch(/^Leave out `log_softmax` and/)
})
