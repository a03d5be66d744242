/**
 * Bounds of cross-entropy losses that apply their own activation, for inputs that are probabilities already: in nats, for
 * targets of one class. They hold for each row and so for every mean of rows.
 */

/**
 * Least softmax cross-entropy of a row of probabilities over `classes` classes, with label smoothing s. The loss is convex
 * in the row; its least is in the corner of the target, ln(e + C - 1) - (1 - s + s/C), as long as (1 - s) >= (e - 1) / (e + C - 1).
 * Above that much smoothing the softmax of some row equals the smoothed target, and the least is that target's entropy.
 */
export function softmaxFloor(classes: number, smoothing: number): number {
  const onTarget = 1 - smoothing + smoothing / classes
  if (1 - smoothing >= (Math.E - 1) / (Math.E + classes - 1)) return Math.log(Math.E + classes - 1) - onTarget
  return smoothedEntropy(classes, smoothing)
}

/** Greatest softmax cross-entropy of a row of probabilities, reached by all weight on one wrong class: ln(e + C - 1) - s/C. */
export function softmaxCeiling(classes: number, smoothing = 0): number {
  return Math.log(Math.E + classes - 1) - smoothing / classes
}

/** Least softmax cross-entropy of any scores under label smoothing s: the entropy of the smoothed target; 0 without. */
export function smoothedEntropy(classes: number, smoothing: number): number {
  if (smoothing === 0) return 0
  const [onTarget, onOthers] = [1 - smoothing + smoothing / classes, smoothing / classes]
  return -onTarget * Math.log(onTarget) - (classes - 1) * onOthers * Math.log(onOthers)
}

/**
 * Least mean sigmoid cross-entropy of probabilities, `positives` being the fraction of targets that are 1: a positive
 * costs at least ln(1 + 1/e), when its probability is 1, a negative at least ln 2, when it is 0.
 */
export function sigmoidFloor(positives: number): number {
  return positives * Math.log1p(1 / Math.E) + (1 - positives) * Math.LN2
}

/** Greatest mean sigmoid cross-entropy of probabilities: ln 2 for a positive of probability 0, ln(1 + e) for a negative of 1. */
export function sigmoidCeiling(positives: number): number {
  return positives * Math.LN2 + (1 - positives) * Math.log1p(Math.E)
}
