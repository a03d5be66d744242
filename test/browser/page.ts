import type * as Tfjs from '@tensorflow/tfjs'
import type * as Runtime from '../../src/runtime/index.js'
import type { Report } from '../../src/runtime/index.js'
import { famous } from '../support/famous.js'
import { faults, lossOf } from '../support/faults.js'

/** What the tests call in a page or a worker, where `tf` is a global, as script tags leave it. */
type Tf = typeof Tfjs
type Loss = Tf['losses']['softmaxCrossEntropy']

declare const tf: Tf

export interface Scenarios {
  ready(backend: string): Promise<boolean>
  famous(): Promise<{ name: string; value: number; findings: Report['findings'] }[]>
  faults(): Promise<{ rule: string; wrong: string[]; right: string[]; problems: string[] }[]>
  training(): Promise<{ plain: number[]; watched: number[]; findings: string[]; problems: string[]; synchronous: number }>
  fitting(method: 'fit' | 'fitDataset'): Promise<{ plain: number[]; watched: number[]; findings: string[]; problems: string[] }>
  leaks(steps: number): Promise<{ before: object; after: object; summary: string; synchronous: number }>
  tape(): Promise<{ plain: number; watched: number }>
}

export async function scenarios(): Promise<Scenarios> {
  const { diagnose }: typeof Runtime = await import('/runtime.js' as string)
  const every = { onFinding: 'collect', firstSteps: Number.POSITIVE_INFINITY } as const
  const softmaxCrossEntropy = tf.losses.softmaxCrossEntropy

  /** Counts what the program would have waited for while `run` runs. */
  async function waits(run: () => unknown): Promise<number> {
    const backend = tf.backend()
    const own = backend.readSync
    let count = 0
    backend.readSync = function (...args: Parameters<typeof own>) {
      count++
      return own.apply(this, args)
    }
    await run()
    backend.readSync = own
    return count
  }

  function batch(seed: number, rows = 8, classes = 10) {
    return tf.tidy(() => ({
      x: tf.randomNormal<Tfjs.Rank.R2>([rows, classes], 0, 2, 'float32', seed),
      y: tf
        .oneHot(
          tf
            .range(seed, seed + rows, 1, 'int32')
            .mod(tf.scalar(classes, 'int32'))
            .toInt(),
          classes,
        )
        .toFloat() as Tfjs.Tensor2D,
    }))
  }

  async function found(
    loss: (...args: Tfjs.Tensor[]) => Tfjs.Tensor,
    contract: string,
    steps: number,
    batchOf: (seed: number) => Tfjs.Tensor[],
  ) {
    const watched = diagnose(loss, { ...every, contract })
    for (let step = 0; step < steps; step++) {
      const args = tf.tidy(() => batchOf(step + 1))
      try {
        watched(...args).dispose()
      } catch {
        // Shapes that the library refuses are a fault, too.
      }
      tf.dispose(args)
    }
    await watched.settled()
    const report = watched.reports().at(-1)!
    return { rules: report.findings.map(({ rule }) => rule), problems: report.problems.map(({ message }) => message) }
  }

  async function minimized(loss: Loss): Promise<number[]> {
    const { y, x } = batch(3, 40)
    const weights = tf.variable(tf.randomNormal([10, 10], 0, 0.1, 'float32', 6))
    const optimizer = tf.train.sgd(0.5)
    const losses: number[] = []
    for (let step = 0; step < 10; step++) {
      const cost = optimizer.minimize(() => loss(y, tf.softmax(x.matMul(weights)) as Tfjs.Tensor2D).asScalar(), true)!
      losses.push(...(await cost.data()))
    }
    return [...losses, ...(await weights.data())]
  }

  async function fitted(loss: Loss, method: 'fit' | 'fitDataset'): Promise<number[]> {
    const { y, x } = batch(5, 40)
    const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 })
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 10, kernelInitializer, activation: 'softmax' })] })
    model.compile({ optimizer: tf.train.sgd(0.1), loss })
    if (method === 'fit') await model.fit(x, y, { epochs: 3, batchSize: 20, shuffle: false, verbose: 0 })
    else await model.fitDataset(tf.data.array([{ xs: x, ys: y }]).repeat(2), { epochs: 3, verbose: 0 })
    return (await Promise.all(model.getWeights().map((each) => each.data()))).flatMap((each) => [...each])
  }

  function outcome(watched: Runtime.Diagnosed<Loss>) {
    const report = watched.reports().at(-1)!
    return { findings: report.findings.map(({ rule }) => rule), problems: report.problems.map(({ message }) => message) }
  }

  return {
    async ready(backend) {
      const ok = await tf.setBackend(backend).catch(() => false)
      if (ok) await tf.ready()
      return ok && tf.getBackend() === backend
    },
    async famous() {
      const results = []
      for (const { name, prediction, target } of famous) {
        const watched = diagnose(softmaxCrossEntropy, { ...every })
        const x = tf.tensor2d(prediction.map((row) => [...row]))
        const y = tf.oneHot([...target], 3).toFloat() as Tfjs.Tensor2D
        const [value] = await watched(y, x).data()
        await watched.settled()
        results.push({ name, value: value!, findings: watched.reports().at(-1)!.findings })
      }
      return results
    },
    async faults() {
      const results = []
      for (const fault of faults) {
        const wrong = await found(lossOf(tf, fault, 'wrong'), fault.contract, fault.steps ?? 10, (seed) => fault.wrong(tf, seed))
        const right = await found(lossOf(tf, fault, 'right'), fault.contract, fault.steps ?? 10, (seed) => fault.right(tf, seed))
        results.push({ rule: fault.rule, wrong: wrong.rules, right: right.rules, problems: [...wrong.problems, ...right.problems] })
      }
      return results
    },
    async training() {
      const watched = diagnose(softmaxCrossEntropy, every)
      const plain = await minimized(softmaxCrossEntropy)
      let seen: number[] = []
      const synchronous = await waits(async () => {
        seen = await minimized(watched)
        await watched.settled()
      })
      return { plain, watched: seen, synchronous, ...outcome(watched) }
    },
    async fitting(method) {
      const watched = diagnose(softmaxCrossEntropy, every)
      const plain = await fitted(softmaxCrossEntropy, method)
      const seen = await fitted(watched, method)
      await watched.settled()
      return { plain, watched: seen, ...outcome(watched) }
    },
    async leaks(steps) {
      const watched = diagnose(softmaxCrossEntropy, every)
      const step = (seed: number) => {
        const { y, x } = batch(seed)
        const loss = seed % 2 ? tf.tidy(() => watched(y, x)) : watched(y, x)
        tf.dispose([y, x, loss])
      }
      const memory = () => ({ ...tf.memory(), held: tf.backend().numDataIds() })
      // WebGL keeps textures for later: as many as the first fifty steps have in flight.
      const fifty = async () => {
        for (let i = 0; i < 50; i++) step(i)
        await watched.settled()
      }
      await fifty()
      const before = memory()
      const synchronous = await waits(async () => {
        for (let done = 0; done < steps; done += 50) await fifty()
      })
      return { before, after: memory(), summary: watched.summary(), synchronous }
    },
    async tape() {
      const { y, x } = batch(1)
      const taped = (loss: Loss) => {
        let length = 0
        tf.dispose(
          tf.grads((p: Tfjs.Tensor) => {
            const value = loss(y, p)
            length = (tf.engine() as unknown as { state: { activeTape: unknown[] } }).state.activeTape.length
            return value
          })([x]),
        )
        return length
      }
      return { plain: taped(softmaxCrossEntropy), watched: taped(diagnose(softmaxCrossEntropy, every)) }
    },
  }
}
