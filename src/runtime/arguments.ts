import type { Contract, Role } from '../contracts/contract.js'

/** A call's arguments by what they are for. */
export interface Given {
  tensors: Partial<Record<'prediction' | 'target' | 'weights', unknown>>
  /** Options by the contract's name for them, where they are plain values. */
  options: Record<string, string | number | boolean | null>
}

/** Sorts the arguments of a call by the contract's parameters, which stand in order or are keys of one object. */
export function argumentsOf(contract: Contract, args: readonly unknown[]): Given {
  const given: Given = { tensors: {}, options: {} }
  const bag = contract.config ? ((args[0] ?? {}) as Record<string, unknown>) : undefined
  contract.takes.forEach(({ role, name }, index) => {
    const value = bag ? bag[name] : args[index]
    if (value === undefined || value === null) return
    if (isTensorRole(role)) given.tensors[role] ??= value
    else if (isPlain(value)) given.options[name] = value
  })
  return given
}

/** The class index that the call skips: what it says, else what the library does. */
export function ignoredIndex(contract: Contract, options: Given['options']): number | null {
  const name = Object.keys(options).find((each) => /^ignore_?(index|class)$/i.test(each))
  const said = name === undefined ? undefined : options[name]
  return typeof said === 'number' ? said : (contract.ignoreIndex ?? null)
}

function isTensorRole(role: Role): role is 'prediction' | 'target' | 'weights' {
  return role === 'prediction' || role === 'target' || role === 'weights'
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
