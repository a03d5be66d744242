import type { Part } from './stored.js'

/** Names under which people store each part, the surest first. */
const known: Readonly<Record<Part, readonly string[]>> = {
  prediction: [
    ...['prediction', 'predictions', 'pred', 'preds', 'logits', 'logit', 'input', 'output', 'outputs', 'scores'],
    ...['log_probs', 'logprobs', 'log_probabilities', 'probabilities', 'probs', 'y_pred', 'y_hat', 'yPred'],
  ],
  target: ['target', 'targets', 'labels', 'label', 'y', 'y_true', 'yTrue', 'ground_truth'],
  weights: ['weights', 'weight', 'class_weight', 'class_weights', 'sample_weight'],
}

/** The part that a name is usually given to. */
export function partOf(name: string): Part | undefined {
  return (Object.keys(known) as Part[]).find((part) => known[part].includes(name))
}

/** The surest name of a part among those that a file has. */
export function knownName(part: Part, names: readonly string[]): string | undefined {
  return known[part].find((name) => names.includes(name))
}

/** Whether the name says what the part is in our own words, so that nothing was guessed. */
export function isOwnName(part: Part, name: string): boolean {
  return name === known[part][0]
}
