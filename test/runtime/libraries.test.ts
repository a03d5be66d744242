import * as jax from '@jax-js/jax'
import ndarray from 'ndarray'
import { Tensor } from 'onnxruntime-common'
import { describe, expect, it } from 'vitest'
import { diagnose, inspectLoss } from '../../src/runtime/index.js'
import { valuesOf } from '../../src/runtime/tensors.js'

const { numpy: np, nn } = jax
const rows = [
  [0.1, 0.7, 0.2],
  [0.3, 0.4, 0.3],
]
const flat = Float32Array.from(rows.flat())

/** A transformers.js tensor (4.3), which answers by getters and a proxy for the ONNX Runtime tensor inside. */
class TransformersTensor {
  constructor(readonly ort_tensor: Tensor) {}
  get dims() {
    return this.ort_tensor.dims
  }
  get type() {
    return this.ort_tensor.type
  }
  get data() {
    return this.ort_tensor.data
  }
  get location() {
    return this.ort_tensor.location
  }
}

/** A js-pytorch tensor (0.7.2, src/tensor.ts): nested arrays behind `data`, and no dtype. */
class PytorchTensor {
  requires_grad = true
  device = 'cpu'
  constructor(
    readonly _data: unknown,
    readonly shape: number[],
  ) {}
  get data() {
    return this._data
  }
}

describe('tensors of other libraries', () => {
  it.each([
    ['ONNX Runtime', new Tensor('float32', flat, [2, 3])],
    ['transformers.js', new TransformersTensor(new Tensor('float32', flat, [2, 3]))],
    ['js-pytorch', new PytorchTensor(rows, [2, 3])],
    ['ndarray', ndarray(flat, [2, 3])],
    ['ndarray, turned', ndarray(Float32Array.of(0.1, 0.3, 0.7, 0.4, 0.2, 0.3), [3, 2]).transpose(1, 0)],
    ['ndarray, cut out of more', ndarray(Float32Array.of(9, 0.1, 0.7, 0.2, 9, 0.3, 0.4, 0.3), [2, 4]).lo(0, 1)],
    ['ndarray, turned round', ndarray(Float32Array.of(0.3, 0.4, 0.3, 0.1, 0.7, 0.2), [2, 3]).step(-1, 1)],
    ['jax-js', np.array(rows)],
  ])('are read: %s', (_, prediction) => {
    const found = (given: unknown) =>
      inspectLoss({ loss: 'F.cross_entropy', prediction: given as never, target: [1, 0] }).findings.map(({ evidence: _, ...rest }) => rest)
    expect(found(prediction)).toEqual(found(rows))
    expect(found(prediction)).toMatchObject([{ rule: 'probabilities-as-logits' }])
  })

  it('keep their shape and type', () => {
    expect(valuesOf(new Tensor('int64', BigInt64Array.of(2n, 0n), [2]), 'x')).toEqual({
      data: Float64Array.of(2, 0),
      shape: [2],
      dtype: 'int64',
    })
    expect(valuesOf(ndarray(new Int32Array(6), [2, 3]), 'x')).toMatchObject({ shape: [2, 3], dtype: 'int32' })
    expect(valuesOf(np.array([1, 2]), 'x')).toEqual({ data: Float32Array.of(1, 2), shape: [2], dtype: 'float32' })
  })

  it('are refused where the numbers are on a GPU, and stay there', () => {
    const download = async () => new Float32Array(6)
    const tensor = Tensor.fromGpuBuffer({} as never, { dataType: 'float32', dims: [2, 3], download })
    expect(() => valuesOf(tensor, 'prediction')).toThrow(
      new TypeError('prediction: its numbers are in a gpu-buffer; pass { data: await tensor.getData(), dims: tensor.dims }'),
    )
    expect(tensor.location).toBe('gpu-buffer')
  })
})

describe('a watched loss on arrays of jax-js, which are used up by what they are handed to', () => {
  const crossEntropy = (target: jax.Array, scores: jax.Array) => np.negative(np.mean(np.sum(target.mul(nn.logSoftmax(scores)), -1)))
  const options = { contract: 'tf.losses.softmaxCrossEntropy', onFinding: 'collect', name: 'crossEntropy' } as const
  const target = np.array([
    [0, 1, 0],
    [1, 0, 0],
  ])

  it('uses up as much as the loss, and gives what it gives', () => {
    const watched = diagnose(crossEntropy, options)
    const prediction = np.array(rows)
    expect(watched(target.ref, prediction.ref).js()).toBe(crossEntropy(target.ref, prediction.ref).js())
    expect([target.refCount, prediction.refCount]).toEqual([1, 1])
    expect(watched.reports()[0]).toMatchObject({ findings: [{ rule: 'probabilities-as-logits' }], problems: [] })
    watched(target.ref, prediction)
    expect(() => prediction.js()).toThrow()
  })

  it('reads whole rows of large ones', () => {
    const watched = diagnose(crossEntropy, options)
    const large = nn.softmax(np.array(Array.from({ length: 64 }, (_, i) => Array.from({ length: 300 }, (_, j) => Math.sin(i * 7 + j)))))
    watched(np.zeros([64, 300]), large.ref).dispose()
    expect(large.refCount).toBe(1)
    expect(watched.summary()).toContain('13 of 64 rows of predictions read')
    expect(watched.reports()[0]!.findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'proved' }])
  })

  it('says that inside grad the numbers are not known', () => {
    const watched = diagnose(crossEntropy, options)
    const gradient = jax.grad((scores: jax.Array) => watched(target.ref, scores))
    expect(gradient(np.array(rows)).js()).toEqual(
      jax
        .grad((scores: jax.Array) => crossEntropy(target.ref, scores))(np.array(rows))
        .js(),
    )
    expect(watched.reports()[0]!.problems).toMatchObject([
      { message: 'a call could not be examined: prediction: the numbers of a traced value are not known inside jit and grad' },
    ])
    expect(target.refCount).toBe(1)
  })
})
