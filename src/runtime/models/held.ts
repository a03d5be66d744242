import type { Claim, Facts } from '../../claims.js'
import { lastName } from '../../contracts/catalog.js'
import type { Contract } from '../../contracts/contract.js'
import { tfjs } from '../../contracts/tfjs.js'
import { isA, isKind, type Kind } from '../../kinds.js'
import { confined, isFreeScores, type Known, normalised, part } from '../../known.js'
import { isLayer, isModel, type Layer, type SymbolicTensor, type TrainedModel } from './model.js'

/** A value that is only looked at when the layer after it does not settle the kind alone. */
type Later = () => Known

/** What a model gives at one of its outputs, as far as its layers tell. `given`: what arrives at the inputs of a model within one. */
export function heldAt(tensor: SymbolicTensor, given: ReadonlyMap<number, Later> = new Map()): Known {
  const known = given.get(tensor.id)?.() ?? throughLayer(tensor, given)
  const { shape } = tensor
  const classes = shape.at(-1)
  return { ...known, facts: { ...counted(known.facts, shape.length), shape, ...(typeof classes === 'number' && { classes }) } }
}

function throughLayer(tensor: SymbolicTensor, given: ReadonlyMap<number, Later>): Known {
  const { sourceLayer: layer, nodeIndex = 0, tensorIndex = 0 } = tensor
  const before = layer.inboundNodes[nodeIndex]?.inputTensors ?? []
  const inputs = before.map((each) => once(() => heldAt(each, given)))
  if (isModel(layer)) return throughModel(layer, tensorIndex, inputs)
  if (tensorIndex > 0) return unknown(`it is a further output of the layer \`${layer.name}\``)
  const known = applied(layer, inputs)
  // Rows that are cut anew are other rows.
  return before.length === 1 && before[0]!.shape.at(-1) !== tensor.shape.at(-1) && isPassedOn(layer) ? cut(known) : known
}

/** A model is a layer of another one. */
function throughModel(model: TrainedModel, index: number, inputs: readonly Later[]): Known {
  const output = model.outputs[index]
  return output
    ? heldAt(output, new Map(model.inputs.flatMap(({ id }, at) => (inputs[at] ? [[id, inputs[at]] as const] : []))))
    : unknown('the model has no such output')
}

/** What a layer gives for its inputs, by its contract. */
function applied(layer: Layer, inputs: readonly Later[]): Known {
  const contract = contractOf(layer)
  const made = contract?.makes
  if (!contract || !made) return unknown(`nothing is known of what the layer \`${layer.name}\` (${className(layer)}) gives`)
  if (made.wraps) {
    const known = throughAll([memberOf(layer, made.wraps)], inputs)
    return made.units === null ? partBy(layer, known) : known
  }
  if (made.layers) return throughAll([memberOf(layer, made.layers)].flat(), inputs)
  const base = outcome(contract, layer, inputs)
  if (!made.activation) return base
  const named = layer.getConfig()[made.activation.option] ?? made.activation.default
  return typeof named === 'string' ? activated(named, layer, base) : unknown(`the activation of the layer \`${layer.name}\` is not known`)
}

/** One layer after the other. */
function throughAll(layers: readonly unknown[], inputs: readonly Later[]): Known {
  const [last, ...others] = [...layers].reverse()
  if (!isLayer(last)) return unknown('a layer within a layer is not known')
  return applied(last, others.length === 0 ? inputs : [() => throughAll(others.reverse(), inputs)])
}

function outcome(contract: Contract, layer: Layer, inputs: readonly Later[]): Known {
  const gives = contract.makes?.gives
  const first = inputs[0] ?? (() => unknown('it is an input of the model'))
  if (isKind(gives)) return ofKind(gives, contract, layer, first)
  switch (gives) {
    case 'same':
      return first()
    case 'part':
      return partBy(layer, first())
    case 'affine':
      return affine(contract, layer, inputs)
    default:
      return unknown(`nothing is known of what the layer \`${layer.name}\` (${className(layer)}) gives`)
  }
}

function ofKind(kind: Kind, contract: Contract, layer: Layer, input: Later): Known {
  const name = lastName(contract)
  const axis = contract.axisOption === undefined ? contract.axis : (layer.getConfig()[contract.axisOption] ?? contract.axis)
  const facts: Facts = { madeBy: name, ...(typeof axis === 'number' && { axis }) }
  const made: Known = { claims: [claim(kind, `the output of the layer \`${layer.name}\``)], facts }
  return kind === 'logits' ? made : normalised(made, input(), name)
}

/** Sums and scalings of scores are scores; of anything else the result may mean anything. */
function affine(contract: Contract, layer: Layer, inputs: readonly Later[]): Known {
  const name = lastName(contract)
  const scores = inputs.map((each) => each()).find(isFreeScores)
  if (!scores) return unknown(`after the layer \`${layer.name}\` (${name}) the numbers may mean anything`)
  return contract.bounded ? confined(scores, name, contract.bounded) : scores
}

/** The result of an activation that a layer names. */
function activated(name: string, layer: Layer, input: Known): Known {
  const activation = Object.hasOwn(tfjs.activations, name) ? tfjs.activations[name] : undefined
  if (!activation) return unknown(`nothing is known of the activation \`${name}\` of the layer \`${layer.name}\``)
  const { gives, bounded, by = name } = activation
  if (!isKind(gives)) return bounded ? confined(input, by, bounded) : input
  return normalised(
    { claims: [claim(gives, `${name} applied by the layer \`${layer.name}\``)], facts: { madeBy: name, axis: -1 } },
    input,
    name,
  )
}

/** Rows of another length: where they summed to 1 before, they do not now. */
function cut(known: Known): Known {
  const { claims, facts } = part(known)
  return { ...known, claims: claims.filter(({ kind }) => !isA(kind, 'distribution')), facts }
}

/** It cannot be told whether the layer leaves rows whole. */
function partBy(layer: Layer, known: Known): Known {
  return { ...part(known), unknown: known.unknown ?? `what the layer \`${layer.name}\` (${className(layer)}) leaves of a row is not known` }
}

function claim(kind: Kind, note: string): Claim {
  return { kind, strength: 'proved', evidence: [{ from: 'model', note }] }
}

function unknown(reason: string): Known {
  return { claims: [], facts: {}, unknown: reason }
}

/** Contracts by the class of layer that they make: the names differ in case only. */
const contracts = new Map(
  tfjs.entries.filter(({ name }) => name.startsWith('layers.')).map((contract) => [lastName(contract).toLowerCase(), contract]),
)

/** The contract of the library's own layers. A subclass does as it likes, also one that is not named anew. */
function contractOf(layer: Layer): Contract | undefined {
  return Object.hasOwn(layer.constructor, 'className') ? contracts.get(className(layer).toLowerCase()) : undefined
}

function className(layer: Layer): string {
  return String(layer.getClassName())
}

function isPassedOn(layer: Layer): boolean {
  return contractOf(layer)?.makes?.gives === 'same'
}

function memberOf(layer: Layer, name: string): unknown {
  return (layer as unknown as Record<string, unknown>)[name]
}

/** The last axis is -1, however it was counted. */
function counted({ axis, ...facts }: Facts, rank: number): Facts {
  return axis === undefined ? facts : { ...facts, axis: axis === rank - 1 ? -1 : axis }
}

function once(find: Later): Later {
  let found: Known | undefined
  return () => (found ??= find())
}
