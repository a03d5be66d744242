import type { Strength } from '../src/claims.js'
import { weaker } from '../src/claims.js'
import type { Contract } from '../src/contracts/contract.js'
import { fewestRows } from '../src/numbers/thresholds.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { sameShape, withoutAxis } from '../src/shapes.js'
import { type Argument, accepts, claimed, refuted, type Use, wants } from '../src/use.js'

interface Data {
  prediction: string
  target: string
  callee: string
  targetFirst: boolean
  /** The loss is written out: what is under the logarithm has no place among arguments. */
  formula: boolean
  /** Nothing is known of the target: it need not be the prediction. */
  either: boolean
}

export const swappedArguments = defineRule<Data>({
  name: 'swapped-arguments',
  severity: 'error',
  summary: 'prediction and target are exchanged',
  check(use) {
    const { prediction, target } = use.arguments
    if (!prediction || !target) return
    const certainty = exchanged(use, prediction, target)
    if (!certainty) return
    const formula = use.contract.formula !== undefined
    const either = target.claims.length === 0 && !target.numbers && claimed(prediction, 'class-indices') !== undefined
    return {
      points: 'prediction',
      certainty,
      remedies: formula || either ? [] : [{ do: 'swap' }],
      data: {
        prediction: prediction.text,
        target: target.text,
        callee: use.callee,
        targetFirst: takesTargetFirst(use.contract),
        formula,
        either,
      },
    }
  },
  say({ prediction, target, callee, targetFirst, formula, either }) {
    const why = 'The labels are scored as if the model had made them, so the value says nothing about the model.'
    if (formula)
      return {
        what: headline(`${quote(prediction)}, under the logarithm in ${quote(callee)}, and ${quote(target)} beside it are exchanged.`),
        why,
        todo: `Take the logarithm of ${quote(target)}, and multiply it by ${quote(prediction)}.`,
      }
    if (either)
      return {
        what: headline(`${quote(prediction)} holds class indices, but stands where ${quote(callee)} takes the prediction.`),
        why,
        todo: `Pass the scores instead of the indices made of them; if ${quote(target)} holds the scores, exchange the two.`,
      }
    const [right, order] = targetFirst ? [`${prediction}, ${target}`, 'target first'] : [`${target}, ${prediction}`, 'prediction first']
    return {
      what: headline(`${quote(prediction)} and ${quote(target)} are exchanged in ${quote(callee)}, which takes the ${order}.`),
      why,
      todo: `Exchange them, so that the order is ${quote(right)}.`,
    }
  },
})

/** Both arguments have to look like the other; one alone is enough only when nothing else explains it. */
function exchanged(use: Use, prediction: Argument, target: Argument): Strength | undefined {
  if (prediction.facts.handed === 'target' && target.facts.handed === 'prediction') return 'proved'
  const labels = strongest(claimed(prediction, 'one-hot'), claimed(prediction, 'class-indices'))
  const scores = accepts(use.contract, 'target', 'logits') ? undefined : claimed(target, 'logits')
  if (labels && scores) return weaker(labels, scores)
  if (labels && madeByModel(target)) return weaker(labels, claimed(target, 'probabilities') ?? 'possible')
  if (scores && prediction.claims.length === 0 && !prediction.numbers && !claimed(target, 'log-probabilities'))
    return weaker(scores, 'likely')
  if (labels && target.claims.length === 0 && !target.numbers && encoded(prediction)) return weaker(labels, 'likely')
  return hardBesideSoft(prediction, target) || indicesBesideRows(use, prediction, target) ? 'likely' : undefined
}

function strongest(a: Strength | undefined, b: Strength | undefined): Strength | undefined {
  return a && b ? (weaker(a, b) === a ? b : a) : (a ?? b)
}

/** An activation's output that source shows: soft labels come as data, not out of a softmax beside hard ones. */
function madeByModel(target: Argument): boolean {
  return target.facts.madeBy !== undefined && claimed(target, 'probabilities') !== undefined && !claimed(target, 'one-hot')
}

/** Source, or a model, shows a one-hot encoding; numbers alone could be a model that is very sure. */
function encoded(prediction: Argument): boolean {
  return prediction.claims.some((claim) => claim.evidence.some((step) => step.from !== 'numbers'))
}

/** Exact zeros and ones where scores belong, fractions where labels do: softmax underflows to 0 only at gaps above 100. */
function hardBesideSoft(prediction: Argument, target: Argument): boolean {
  if (!prediction.numbers?.binary || !target.numbers || target.numbers.fractions === 0) return false
  return refuted(target, 'probabilities') || prediction.numbers.seenRows >= fewestRows
}

/** Integers with an axis less than the fractions beside them, where indices are wanted beside scores. */
function indicesBesideRows({ contract }: Use, { numbers: p }: Argument, { numbers: t }: Argument): boolean {
  if (!p || !t || !wants(contract, 'target', 'class-indices') || typeof contract.axis !== 'number') return false
  const integers = p.fractions + p.nan + p.infinite + p.negative === 0 && t.fractions > 0
  return integers && t.shape.some((_, axis) => sameShape(withoutAxis(t.shape, axis), p.shape))
}

function takesTargetFirst(contract: Contract): boolean {
  const roles = contract.takes.map((parameter) => parameter.role)
  return roles.indexOf('target') < roles.indexOf('prediction')
}
