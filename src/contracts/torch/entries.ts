import { type Contract, call, type Parameter } from '../contract.js'
import { option, value } from '../parameters.js'

type Facts = Omit<Parameters<typeof call>[2], 'source'>

/** The same facts under several names; names begin with the module or type that they belong to. */
export function entries(names: readonly string[], facts: Facts): Contract[] {
  return names.map((name) => {
    const source = sources.find(([prefix]) => name.startsWith(prefix))![1]
    // Names that end in an underscore are of operations in place.
    return call('torch', name, { ...(name.endsWith('_') && { mutates: 'result' as const }), ...facts, source })
  })
}

/** Classes of modules, which take options only: instances are called with an input. */
export function modules(names: readonly string[], made: Omit<NonNullable<Contract['makes']>, 'type'>, options: string, facts: Facts = {}) {
  return entries(names, { takes: named(options), makes: { type: 'nn.Module', ...made }, ...facts })
}

/** Functions whose first parameter is the value, and the others, named in one text, options. */
export function functions(names: readonly string[], gives: Contract['gives'], options: string, facts: Facts = {}): Contract[] {
  return entries(names, { takes: [value('input'), ...named(options)], gives, ...facts })
}

/** Parameters that are options, in their order. */
export function named(options: string): Parameter[] {
  return options.split(' ').flatMap((name) => (name === '' ? [] : option(name)))
}

/** Ranks that something for `2d` takes: axes of space, one of channels before, and perhaps one of batches. */
export function ranksInSpace(name: string): readonly [number, number] {
  const space = Number(/(\d)d$/.exec(name)![1])
  return [space + 1, space + 2]
}

/** By how a name begins, the file of the library that documents it. */
const sources: readonly (readonly [string, string])[] = [
  ['nn.functional.', 'torch, nn/functional.py'],
  ['nn.utils.', 'torch, nn/utils'],
  ['nn.', 'torch, nn/modules'],
  ['Tensor.', 'torch, _tensor_docs.py'],
  ['jit.', 'torch, jit'],
  ['hub.', 'torch, hub.py'],
  ['autograd.', 'torch, autograd'],
  ['special.', 'torch, special'],
  ['', 'torch, _torch_docs.py'],
]
