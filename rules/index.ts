import type { Rule } from '../src/rule.js'
import { indicesAsOneHot } from './indices-as-one-hot.js'
import { logProbabilitiesAsLogits } from './log-probabilities-as-logits.js'
import { logitsAsLogProbabilities } from './logits-as-log-probabilities.js'
import { logitsAsProbabilities } from './logits-as-probabilities.js'
import { probabilitiesAsLogProbabilities } from './probabilities-as-log-probabilities.js'
import { probabilitiesAsLogits } from './probabilities-as-logits.js'
import { swappedArguments } from './swapped-arguments.js'

/** All rules in order of precedence: those that explain a whole use, then for each argument the first that explains it. */
export const rules: readonly Rule[] = [
  swappedArguments,
  probabilitiesAsLogits,
  logProbabilitiesAsLogits,
  logitsAsProbabilities,
  logitsAsLogProbabilities,
  probabilitiesAsLogProbabilities,
  indicesAsOneHot,
]
