import type { Use } from './use.js'

/** Label smoothing of the call: 0 when it has none, or when its value is not known. */
export function smoothingOf(use: Use): number {
  const given = named(use, ['labelSmoothing', 'label_smoothing', 'smoothing', 'smooth_factor'])
  return typeof given === 'number' ? given : 0
}

/** Options that name a target value to skip. */
export const ignoring: readonly string[] = ['ignoreIndex', 'ignore_index', 'ignoreClass', 'ignore_class']

/** Target value that the loss skips: the caller's, else the contract's; undefined when there is none. */
export function ignoredIndexOf(use: Pick<Use, 'contract' | 'options'>): number | undefined {
  const given = named(use, ignoring)
  return typeof given === 'number' ? given : (use.contract.ignoreIndex ?? undefined)
}

function named(use: Pick<Use, 'options'>, names: readonly string[]): string | number | boolean | null | undefined {
  const name = names.find((each) => use.options[each] !== undefined)
  return name === undefined ? undefined : use.options[name]
}
