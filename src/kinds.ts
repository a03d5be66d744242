/** What the numbers in a tensor mean. */
export const kinds = ['logits', 'log-probabilities', 'probabilities', 'distribution', 'one-hot', 'class-indices'] as const

export type Kind = (typeof kinds)[number]

const parent: Partial<Record<Kind, Kind>> = {
  'log-probabilities': 'logits',
  'one-hot': 'distribution',
  distribution: 'probabilities',
}

/** True when a value of kind `kind` is acceptable wherever `wanted` is. */
export function isA(kind: Kind, wanted: Kind): boolean {
  for (let step: Kind | undefined = kind; step; step = parent[step]) if (step === wanted) return true
  return false
}

/** The noun phrase that messages use for a value of the kind. */
export const phrase: Record<Kind, string> = {
  logits: 'logits (raw scores)',
  'log-probabilities': 'log-probabilities',
  probabilities: 'probabilities (each value in [0, 1])',
  distribution: 'a distribution (rows that sum to 1)',
  'one-hot': 'one-hot rows',
  'class-indices': 'class indices',
}

export function isKind(name: string | undefined): name is Kind {
  return (kinds as readonly (string | undefined)[]).includes(name)
}
