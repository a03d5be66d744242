import { frameworkNamed } from '../contracts/catalog.js'
import type { Contract } from '../contracts/contract.js'
import { someFloat } from '../numbers/values.js'
import type { Engine } from './engine.js'
import { isEmpty, type Lazy, optionsOf, type Value } from './value.js'

/** Type of the numbers of a call's result by its contract; undefined where it is not known. */
export function dtypeAfter(
  engine: Engine,
  contract: Contract,
  inputs: readonly Lazy[],
  options: ReadonlyMap<string, Lazy>,
): string | undefined {
  const asked = options.get('dtype')
  if (contract.dtype !== 'named' && asked !== undefined && !isEmpty(engine.force(asked)))
    return named(contract.package, engine.force(asked))
  const operands = () => inputs.map((input) => typeOf(engine.force(input)))
  switch (contract.dtype) {
    case 'same':
      return operands()[0]
    case 'promoted':
      return promoted(operands())
    case 'quotient': {
      const dtype = promoted(operands())
      return dtype !== undefined && isInteger(dtype) ? someFloat : dtype
    }
    case 'named':
      return cast(engine, contract, inputs, options)
    default:
      return contract.dtype
  }
}

const order = ['bool', 'uint8', 'int8', 'int16', 'int32', 'int64']

function isInteger(dtype: string): boolean {
  return order.includes(dtype)
}

/** The type of a library that a value names: `torch.float`, `'int32'`. */
export function named(pkg: string, value: Value): string | undefined {
  const name = value.is === 'library' ? value.path.at(-1) : value.is === 'literal' ? value.value : undefined
  if (typeof name !== 'string') return undefined
  const { dtypes } = frameworkNamed(pkg) ?? {}
  if (!dtypes) return name
  const last = name.slice(name.lastIndexOf('.') + 1)
  return Object.hasOwn(dtypes, last) ? dtypes[last] : undefined
}

/** Type of the numbers that a value holds. */
function typeOf(value: Value): string | undefined {
  if (value.is === 'tensor') return value.literal?.dtype ?? value.facts.dtype
  if (value.is === 'union') {
    const [first, ...others] = value.options.map((option) => typeOf(option.value))
    return others.every((other) => other === first) ? first : undefined
  }
  if (value.is !== 'literal' || typeof value.value !== 'number') return undefined
  if (value.numeric === 'float' || !Number.isInteger(value.value)) return 'number of floats'
  return value.numeric === 'integer' ? 'number of integers' : undefined
}

/** What operands become together: of a tensor and a number the tensor's, unless the number is of a higher sort. */
function promoted(types: readonly (string | undefined)[]): string | undefined {
  const tensors = types.filter((type) => type !== undefined && !type.startsWith('number'))
  const floats = tensors.filter((type) => type !== undefined && !isInteger(type))
  if (floats.length > 0) return floats.every((type) => type === floats[0]) && !types.includes(undefined) ? floats[0] : someFloat
  if (types.includes('number of floats')) return someFloat
  if (types.includes(undefined) || tensors.length === 0) return undefined
  const [dtype] = tensors
  if (dtype === 'bool' && types.includes('number of integers')) return 'int64'
  return tensors.every((type) => type === dtype) ? dtype : undefined
}

/** What a cast makes: the type that an argument names, or that of the tensor that one is. What names a device leaves the type. */
function cast(engine: Engine, contract: Contract, inputs: readonly Lazy[], options: ReadonlyMap<string, Lazy>): string | undefined {
  const names = new Set([...contract.takes.filter(({ role }) => role === 'option').map(({ name }) => name), 'dtype', 'other', 'tensor'])
  const given = [...names].flatMap((name) => options.get(name) ?? []).map((option) => engine.force(option))
  const types = given.filter((value) => !isEmpty(value) && !isDevice(contract.package, value))
  if (types.length === 0) return inputs[0] && typeOf(engine.force(inputs[0]))
  const [first] = types
  return first!.is === 'tensor' ? typeOf(first!) : named(contract.package, first!)
}

/** A device is written as a text, a number, or made as one. */
function isDevice(pkg: string, value: Value): boolean {
  return optionsOf(value).every((one) => {
    if (one.is === 'object') return one.type === 'device'
    if (one.is !== 'literal') return false
    return (
      typeof one.value === 'number' || typeof one.value === 'boolean' || (typeof one.value === 'string' && named(pkg, one) === undefined)
    )
  })
}
