import * as tf from '@tensorflow/tfjs'
import { bundled, type File } from './bundle.js'
import { called } from './drive.js'
import { stubs } from './stubs.js'

/** A loss that a program called. */
export interface Called {
  loss: string
  first: Numbers
  second: Numbers
}

/** What a program did: what it gave, printed and predicted, by where; which losses it called; what those of its models come to at best. */
export interface Observed {
  outputs: Map<string, Numbers>
  calls: Called[]
  floors: number[]
}

export interface Numbers {
  shape: readonly number[]
  values: readonly number[]
}

const losses = ['softmaxCrossEntropy', 'sigmoidCrossEntropy', 'logLoss'] as const
const metrics = ['categoricalCrossentropy', 'binaryCrossentropy'] as const

/**
 * Runs a program as it is written, with seeded numbers and without training: each function that it exports is called with tensors
 * of sizes that it takes, each model that it compiles predicts. `spoilt`: the losses that it calls give another number, which shows
 * what hangs on them.
 */
export async function observe(files: readonly File[], spoilt = false): Promise<Observed> {
  const script = await bundled(files)
  const restore = [quieten(), unheard()]
  const seen: Observed = { outputs: new Map(), calls: [], floors: [] }
  const models = new Set<tf.LayersModel>()
  try {
    const spied = spy(seen, spoilt)
    const untrained = patch(models)
    try {
      const { globals, require, printed, hooks, page } = stubs(spied)
      const module = { exports: {} as Record<string, unknown> }
      const names = Object.keys(globals)
      const run = new Function('module', 'exports', 'require', ...names, `return (async () => {\n${script}\n})()`)
      // What fails at its top, such as for want of data, ends there; what it did before counts.
      await run(module, module.exports, require, ...Object.values(globals)).catch(() => undefined)
      await called({ ...module.exports, ...page }, { script, ...hooks }, (name, value) => note(seen, name, value))
      for (const [index, value] of printed.entries()) note(seen, `printed ${index}`, value)
      for (const [index, model] of [...models].entries()) judge(seen, model, index)
      await new Promise((done) => setTimeout(done, 5))
    } finally {
      untrained()
    }
  } finally {
    for (const undo of restore) undo()
    tf.disposeVariables()
  }
  return seen
}

/** Numbers from a seed. */
function quieten(): () => void {
  const { random } = Math
  let state = 1
  Math.random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return () => {
    Math.random = random
  }
}

/** Promises of a program that fail are its own affair. */
function unheard(): () => void {
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  const ignore = () => undefined
  process.on('unhandledRejection', ignore)
  return () => {
    process.off('unhandledRejection', ignore)
    for (const each of listeners) process.on('unhandledRejection', each)
  }
}

const recurrent = ['lstm', 'gru', 'simpleRNN'] as const

function quick(name: (typeof recurrent)[number]) {
  return (options: object) => (tf.layers[name] as (options: object) => unknown)({ recurrentInitializer: 'glorotUniform', ...options })
}

const mostCalls = 500

function spy(seen: Observed, spoilt: boolean): typeof tf {
  const watched = <T extends object>(of: T, names: readonly (keyof T & string)[]): T => {
    const own = Object.fromEntries(
      names.map((name) => [
        name,
        (first: tf.Tensor, second: tf.Tensor, ...rest: unknown[]) => {
          // Some train until the loss is low enough, which is never.
          if (seen.calls.length > mostCalls) throw new Error('it goes on and on')
          seen.calls.push({ loss: name, first: numbersOf(first), second: numbersOf(second) })
          const value = (of[name] as (...args: unknown[]) => tf.Tensor)(first, second, ...rest)
          if (!spoilt) return value
          return value.dataSync().every(Number.isFinite) ? value.mul(0) : tf.zerosLike(value)
        },
      ]),
    )
    return { ...of, ...own }
  }
  return {
    ...tf,
    losses: watched(tf.losses, losses),
    metrics: watched(tf.metrics, metrics),
    // The standard one of recurrent layers takes long.
    layers: { ...tf.layers, ...Object.fromEntries(recurrent.map((name) => [name, quick(name)])) },
    loadLayersModel: async () => loaded(),
  } as typeof tf
}

/** A model that has a layer of any name: of maps or of rows. */
function loaded(): tf.Sequential {
  const { dense, reshape, flatten } = tf.layers
  const maps = reshape({ targetShape: [2, 2, 2], name: 'maps' })
  const model = tf.sequential({ layers: [dense({ units: 8, inputShape: [4], name: 'body' }), maps, flatten(), dense({ units: 8 })] })
  const rows = model.layers[0]!
  model.getLayer = ((name: string) => model.layers.find((each) => each.name === name) ?? (/conv/.test(name) ? maps : rows)) as never
  return model
}

/** Models are kept when they are compiled, and nothing is trained: weights stay those that they begin with. */
function patch(models: Set<tf.LayersModel>): () => void {
  const history = async () => ({ history: { loss: [0], acc: [0], val_loss: [0] }, epoch: [0] })
  const changes: [object, string, (this: never, ...args: never[]) => unknown][] = []
  for (const { prototype } of [tf.LayersModel, tf.Sequential]) {
    const { compile } = prototype
    changes.push([
      prototype,
      'compile',
      function (this: tf.LayersModel, args: tf.ModelCompileArgs) {
        models.add(this)
        return compile.call(this, args)
      },
    ])
    for (const name of ['fit', 'fitDataset', 'save']) changes.push([prototype, name, history])
    changes.push([prototype, 'trainOnBatch', async () => 0])
  }
  changes.push([tf.Optimizer.prototype, 'minimize', (f: () => tf.Tensor) => f()])
  changes.push([tf, 'nextFrame', async () => undefined])
  const old = changes
    .filter(([of]) => of !== tf)
    .map(([of, name, by]) => {
      const was = Object.getOwnPropertyDescriptor(of, name)
      Object.defineProperty(of, name, { value: by, configurable: true, writable: true })
      return () => (was ? Object.defineProperty(of, name, was) : Reflect.deleteProperty(of, name))
    })
  return () => {
    for (const undo of old.reverse()) undo()
  }
}

const mostEntries = 20_000
const mostWeights = 500_000

/** What a model predicts, its metrics beside the loss, and its losses where it predicts the very labels. */
function judge(seen: Observed, model: tf.LayersModel, index: number): void {
  const entries = model.inputs.flatMap(({ shape }) => shape.slice(1).map((size) => size ?? 3)).reduce((a, b) => a * b, 1)
  if (entries > mostEntries || model.countParams() > mostWeights) throw new Error('it would take long')
  const inputs = model.inputs.map(({ shape }) => {
    const sizes = shape.map((size, axis) => size ?? (axis === 0 ? 2 : 3))
    return tf.tensor(
      Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, (_, n) => (n * 7) % 3),
      sizes,
    )
  })
  const outputs = [model.predict(inputs.length === 1 ? inputs[0]! : inputs)].flat()
  for (const [n, output] of outputs.entries()) note(seen, `model ${index} output ${n}`, output)
  const functions = (model as unknown as { lossFunctions?: ((y: tf.Tensor, p: tf.Tensor) => tf.Tensor)[] }).lossFunctions ?? []
  const labels = outputs.map(({ shape }) => {
    const classes = shape.at(-1)!
    const rows = shape.slice(0, -1).reduce((a, b) => a * b, 1)
    return tf
      .oneHot(
        tf.tensor1d(
          Array.from({ length: rows }, (_, n) => n % classes),
          'int32',
        ),
        classes,
      )
      .toFloat()
      .reshape(shape)
  })
  functions.forEach((loss, n) => {
    seen.floors.push(Number(loss(labels[n]!, labels[n]!).mean().dataSync()[0]))
  })
  const told = [model.evaluate(inputs.length === 1 ? inputs[0]! : inputs, labels.length === 1 ? labels[0]! : labels)].flat()
  const sums = functions.length > 1 ? 1 + functions.length : 1
  for (const [n, metric] of told.slice(sums).entries()) note(seen, `model ${index} metric ${n}`, metric)
}

function note({ outputs }: Observed, name: string, value: unknown): void {
  for (const [path, each] of tensorsIn(value)) outputs.set(`${name}${path}`, each)
}

function* tensorsIn(value: unknown, path = '', depth = 0): Generator<[string, Numbers]> {
  if (value instanceof tf.Tensor) {
    if (!value.isDisposed) yield [path, numbersOf(value)]
  } else if (typeof value === 'number') yield [path, { shape: [], values: [value] }]
  else if (ArrayBuffer.isView(value)) yield [path, { shape: [], values: [...(value as Float32Array)] }]
  else if (value !== null && typeof value === 'object' && depth < 3 && !(value instanceof tf.LayersModel))
    for (const [key, each] of Object.entries(value)) yield* tensorsIn(each, `${path}.${key}`, depth + 1)
}

function numbersOf(tensor: tf.Tensor): Numbers {
  return { shape: tensor.shape, values: [...tensor.dataSync()] }
}
