import type { Contract } from '../../contracts/contract.js'
import type { Use } from '../../use.js'

/** The loss in the calls that were examined. */
export interface Point {
  call: number
  loss: number
}

/** The loss of a model that gives each class the same probability, and how it is written; undefined where it depends on the targets. */
export function uniformLoss({ contract, classes = 1 }: Pick<Use, 'contract' | 'classes'>): { value: number; text: string } | undefined {
  const count = contract.axis === 'elementwise' ? 2 : classes
  if (count < 2 || !isCrossEntropy(contract)) return undefined
  const value = Math.log(count)
  return { value, text: `ln ${count} = ${value.toFixed(4)}` }
}

/** How the loss went, beside where a model starts that prefers no class. `sound`: its arguments are what it expects. */
export function courseText(points: readonly Point[], use: Use, sound: boolean): string[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const ends = last === first ? '' : `, ${last.loss.toFixed(4)} in the last one examined`
  const uniform = uniformLoss(use)
  const text = `  loss: ${first.loss.toFixed(4)} in the first step${ends}`
  return [uniform && sound ? `${text}; ${besideUniform(points, uniform)}` : text]
}

function besideUniform(points: readonly Point[], { value, text }: { value: number; text: string }): string {
  const near = (loss: number, share: number) => Math.abs(loss - value) <= share * value
  const first = points[0]!.loss
  if (points.length >= enough && points.every(({ loss }) => near(loss, stuck)))
    return `it stays at ${text}, the loss of a model that prefers no class, so nothing was learnt that lowers it`
  if (near(first, close)) return `it starts near ${text}, the loss of a model that prefers no class`
  return first > value
    ? `it starts above ${text}, so the first predictions gave the right classes less than an even share`
    : `it starts below ${text}, so the first predictions gave the right classes more than an even share`
}

/** A divergence is less than the cross-entropy by the entropy of the targets, and weights move the loss anywhere. */
function isCrossEntropy({ name, weighted, applies }: Contract): boolean {
  return !weighted && applies !== undefined && applies !== 'nothing' && !/kl_?div|kullback|kld/i.test(name)
}

/** More than the first steps, which say nothing of what is learnt. */
const enough = 9
const stuck = 0.01
const close = 0.1
