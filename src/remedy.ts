import type { Kind } from './kinds.js'

/**
 * What would put a fault right, as data: a rule ranks remedies, and knows no source. `drop` hands the loss what the activation
 * was given · `swap` exchanges prediction and target · `option` gives the loss an option · `loss` takes the variant of the loss
 * for such predictions or targets · `activation` takes the variant of the activation that gives the kind.
 */
export type Remedy =
  | { do: 'drop' }
  | { do: 'swap' }
  | { do: 'option'; name: string; value: boolean }
  | { do: 'loss'; prediction: Kind }
  | { do: 'loss'; target: Kind }
  | { do: 'activation'; gives: Kind }
