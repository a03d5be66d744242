import type { Kind } from './kinds.js'

/**
 * What would put a fault right, as data: a rule ranks remedies, and knows no source. `drop` hands the loss what an activation
 * was given: the one at fault, the first or the second of two, or the one that confines scores · `swap` exchanges prediction and
 * target · `option` gives the loss an option · `loss` takes the variant of the loss for such predictions or targets, or for
 * classes that exclude each other or do not · `activation` takes the variant of the activation that gives the kind · `apply`
 * adds the activation that gives it · `units` gives the last layer one unit for each class · `all` does several at once.
 */
export type Remedy =
  | { do: 'drop'; which?: 'first' | 'second' | 'bound' }
  | { do: 'swap' }
  | { do: 'option'; name: string; value: boolean }
  | { do: 'loss'; prediction: Kind }
  | { do: 'loss'; target: Kind }
  | { do: 'loss'; classes: Classes }
  | { do: 'activation'; gives: Kind }
  | { do: 'apply'; gives: Kind }
  | { do: 'units' }
  | { do: 'all'; of: readonly Remedy[] }

/** A row is of one class, as under softmax, or may be of several, as under sigmoids. */
export type Classes = 'exclusive' | 'independent'
