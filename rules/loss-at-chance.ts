import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'
import type { Use } from '../src/use.js'

interface Data {
  callee: string
  steps: number
  classes: number
  /** Largest gap between the two best scores of a row, where it is small. */
  gap?: number
}

export const lossAtChance = defineRule<Data>({
  name: 'loss-at-chance',
  severity: 'warning',
  summary: 'the loss stays at ln C, which is that of guessing',
  check(use) {
    const { losses, loss, callee } = use
    const classes = classesOf(use)
    if (!losses || loss === undefined || classes === undefined || losses.count < enoughSteps || losses.nonFinite > 0) return
    const chance = Math.log(classes)
    if (losses.least < chance * (1 - near) || losses.greatest > chance * (1 + near)) return
    const gap = use.arguments.prediction?.numbers?.greatestGap
    return {
      points: 'prediction',
      certainty: 'likely',
      data: { callee, steps: losses.count, classes, ...(gap !== undefined && gap < small && { gap }) },
    }
  },
  say({ callee, steps, classes, gap }) {
    return {
      what: headline(
        `${quote(callee)} stayed within 1 % of ln ${classes} = ${decimals(Math.log(classes))} in all ${steps} calls that were read.`,
      ),
      why:
        gap === undefined
          ? 'That is the loss of a model that gives all classes the same probability, so nothing was learnt of the labels.'
          : `In no row is one score more than ${gap.toPrecision(2)} above all others, so all classes have nearly the same probability.`,
      todo:
        gap === undefined
          ? 'Look at the learning rate, and whether each input still belongs to its label.'
          : 'Look for a learning rate that is too small, an optimiser that does not step, or a layer without gradient.',
    }
  },
})

/** Classes that a guess chooses from: two where each entry has a loss of its own. */
function classesOf({ contract, classes }: Use): number | undefined {
  if (contract.axis !== 'elementwise') return classes !== undefined && classes > 1 ? classes : undefined
  return contract.applies === 'sigmoid' || contract.applies === 'log' ? 2 : undefined
}

/** A sound model starts here; it leaves within fewer steps. */
const enoughSteps = 32

const near = 0.01

/** A score this far above the rest has a probability 10 % above theirs. */
const small = 0.1
