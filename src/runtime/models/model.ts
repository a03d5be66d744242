/** A model of the layers API of tfjs (`tf.LayersModel`, `tf.Sequential`), by its shape as an object: the library is never imported. */
export interface ModelLike {
  readonly inputs: readonly unknown[]
  readonly outputs: readonly unknown[]
  readonly layers: readonly unknown[]
}

/** A function as training calls it: the target first. */
export type LossFunction = (target: never, output: never) => unknown

/** What is read of a model beyond what it declares; all of it is there in tfjs-layers since 1.0. */
export interface TrainedModel extends Layer {
  inputs: readonly SymbolicTensor[]
  outputs: readonly SymbolicTensor[]
  layers: readonly Layer[]
  outputNames?: readonly string[]
  /** What `compile` was given as `loss`. */
  loss?: unknown
  /** The loss of each output, which training reads anew in each step; and the same as `compile` left them. */
  lossFunctions?: LossFunction[]
  feedLossFns?: readonly LossFunction[]
  isTraining?: boolean
}

/** An output of a layer, as the layers that it came from know it. */
export interface SymbolicTensor {
  id: number
  shape: readonly (number | null)[]
  sourceLayer: Layer
  /** Which of the layer's applications gave it, and which of its outputs it is. */
  nodeIndex?: number
  tensorIndex?: number
}

export interface Layer {
  name: string
  getClassName(): string
  getConfig(): Record<string, unknown>
  inboundNodes: readonly { inputTensors: readonly SymbolicTensor[] }[]
  constructor: object
}

/** Throws a `TypeError` that says what was expected when it is no model of the layers API. */
export function checkedModel(given: unknown, name: string): TrainedModel {
  if (isModel(given)) return given
  const what = isGraphModel(given) ? 'a GraphModel, which has neither layers nor a loss' : given === null ? 'null' : typeof given
  throw new TypeError(`${name}: expected a tf.LayersModel or tf.Sequential that has layers, got ${what}`)
}

export function isModel(given: unknown): given is TrainedModel {
  if (!isLayer(given)) return false
  const { inputs, outputs, layers } = given as Partial<TrainedModel>
  return Array.isArray(inputs) && Array.isArray(outputs) && outputs.length > 0 && Array.isArray(layers)
}

export function isLayer(given: unknown): given is Layer {
  return typeof given === 'object' && given !== null && 'getClassName' in given && typeof given.getClassName === 'function'
}

/** The model that trains: a sequential one does so by the model within it, which is there once it was compiled. */
export function trainedBy(model: TrainedModel): TrainedModel {
  const within = (model as { model?: unknown }).model
  return isModel(within) ? within : model
}

/** The name of an output: that of the layer which gives it. */
export function outputName(model: TrainedModel, index: number): string {
  return model.outputNames?.[index] ?? model.outputs[index]!.sourceLayer.name
}

function isGraphModel(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'executeAsync' in given && !('layers' in given)
}
