import type { Rule } from '../src/rule.js'
import { badOption } from './bad-option.js'
import { boundedLogits } from './bounded-logits.js'
import { classNeverSeen } from './class-never-seen.js'
import { constantLoss } from './constant-loss.js'
import { constantPrediction } from './constant-prediction.js'
import { contradictedDeclaration } from './contradicted-declaration.js'
import { distributionAsBinary } from './distribution-as-binary.js'
import { doubleActivation } from './double-activation.js'
import { indicesAsOneHot } from './indices-as-one-hot.js'
import { libraryBug } from './library-bug.js'
import { logProbabilitiesAsLogits } from './log-probabilities-as-logits.js'
import { logProbabilitiesAsProbabilities } from './log-probabilities-as-probabilities.js'
import { logitsAsLogProbabilities } from './logits-as-log-probabilities.js'
import { logitsAsProbabilities } from './logits-as-probabilities.js'
import { lossAtChance } from './loss-at-chance.js'
import { lossAtFloor } from './loss-at-floor.js'
import { negativeLoss } from './negative-loss.js'
import { nonFiniteInput } from './non-finite-input.js'
import { nonFiniteLoss } from './non-finite-loss.js'
import { oneHotAsIndices } from './one-hot-as-indices.js'
import { probabilitiesAsDistribution } from './probabilities-as-distribution.js'
import { probabilitiesAsLogProbabilities } from './probabilities-as-log-probabilities.js'
import { probabilitiesAsLogits } from './probabilities-as-logits.js'
import { saturatedLogits } from './saturated-logits.js'
import { shapeMismatch } from './shape-mismatch.js'
import { singleClassSoftmax } from './single-class-softmax.js'
import { swappedArguments } from './swapped-arguments.js'
import { targetIgnored } from './target-ignored.js'
import { targetNotBinary } from './target-not-binary.js'
import { targetNotDistribution } from './target-not-distribution.js'
import { targetOutOfRange } from './target-out-of-range.js'
import { unusedDisable } from './unused-disable.js'
import { wrongClassAxis } from './wrong-class-axis.js'
import { wrongSoftmaxAxis } from './wrong-softmax-axis.js'
import { zeroLoss } from './zero-loss.js'

/** Rules about comments: no use shows their faults, so they check none. */
export const aboutComments: readonly Rule[] = [contradictedDeclaration, unusedDisable]

/**
 * All rules in order of precedence. First those that explain a whole use; then for each argument the first that explains
 * it, broken numbers before kinds, since they say nothing of kinds; then what only the loss's value shows; last those about
 * comments.
 */
export const rules: readonly Rule[] = [
  swappedArguments,
  singleClassSoftmax,
  wrongClassAxis,
  shapeMismatch,
  lossAtFloor,
  nonFiniteInput,
  wrongSoftmaxAxis,
  probabilitiesAsLogits,
  logProbabilitiesAsLogits,
  logitsAsProbabilities,
  logitsAsLogProbabilities,
  probabilitiesAsLogProbabilities,
  logProbabilitiesAsProbabilities,
  probabilitiesAsDistribution,
  distributionAsBinary,
  doubleActivation,
  boundedLogits,
  targetIgnored,
  indicesAsOneHot,
  oneHotAsIndices,
  targetOutOfRange,
  targetNotDistribution,
  targetNotBinary,
  badOption,
  libraryBug,
  saturatedLogits,
  constantPrediction,
  nonFiniteLoss,
  negativeLoss,
  zeroLoss,
  constantLoss,
  lossAtChance,
  classNeverSeen,
  ...aboutComments,
]
