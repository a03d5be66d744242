import * as tf from '@tensorflow/tfjs'

/**
 * A backend that behaves as one on a GPU does, for tests in Node: it computes as the CPU's does, but what it holds comes only
 * with time, and asking for it at once is an error. `reads` tells the shapes and the values that were asked for.
 */
export const deviceBackend = 'device'

export const reads: { shape: readonly number[]; values: unknown }[] = []

interface CpuBackend {
  data: { get(dataId: object): { values: unknown } }
  readSync(dataId: object): unknown
  makeTensorInfo(shape: readonly number[], dtype: string): { dataId: object }
}

/** Shapes by data, of what kernels made. */
const shapes = new WeakMap<object, readonly number[]>()

const Cpu = (tf.findBackend('cpu') as unknown as { constructor: new () => CpuBackend }).constructor

class DeviceBackend extends Cpu {
  override readSync(): never {
    throw new Error('the program would wait for the device')
  }

  /** For the CPU's kernels, which the device runs. */
  bufferSync({ shape, dtype, dataId }: tf.TensorInfo): unknown {
    return tf.buffer(shape as number[], dtype as 'float32', this.data.get(dataId).values as Float32Array)
  }

  async read(dataId: object): Promise<unknown> {
    const { values } = this.data.get(dataId)
    reads.push({ shape: shapes.get(dataId) ?? [], values })
    await new Promise((resolve) => setTimeout(resolve, 1))
    return values
  }

  override makeTensorInfo(shape: readonly number[], dtype: string, ...rest: never[]): { dataId: object } {
    const info = super.makeTensorInfo(shape, dtype, ...(rest as []))
    shapes.set(info.dataId, shape)
    return info
  }
}

tf.registerBackend(deviceBackend, () => new DeviceBackend() as never)
for (const kernel of tf.getKernelsForBackend('cpu')) tf.registerKernel({ ...kernel, backendName: deviceBackend })
