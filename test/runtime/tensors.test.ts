import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../src/runtime/tensors.js'

describe('valuesOf', () => {
  it.each([
    ['a number', 2, { data: [2], shape: [], dtype: 'number' }],
    ['nested arrays', [[1, 2]], { data: [1, 2], shape: [1, 2], dtype: 'number' }],
    ['a typed array', Int32Array.of(1, 2), { data: Int32Array.of(1, 2), shape: [2], dtype: 'int32' }],
    ['64-bit integers', BigInt64Array.of(1n, -100n), { data: Float64Array.of(1, -100), shape: [2], dtype: 'int64' }],
    ['clamped bytes', Uint8ClampedArray.of(1), { data: Uint8ClampedArray.of(1), shape: [1], dtype: 'uint8' }],
    ['flat data', { data: Float32Array.of(1, 2), shape: [2, 1] }, { data: Float32Array.of(1, 2), shape: [2, 1], dtype: 'float32' }],
    ['flat plain data', { data: [1, 2], shape: [2, 1], dtype: 'float16' }, { data: [1, 2], shape: [2, 1], dtype: 'float16' }],
    [
      'ONNX Runtime names',
      { data: Float32Array.of(1), dims: [1, 1], type: 'float32' },
      { data: Float32Array.of(1), shape: [1, 1], dtype: 'float32' },
    ],
    ['nested data', { data: [[1, 2]], shape: [1, 2] }, { data: [1, 2], shape: [1, 2], dtype: 'number' }],
    ['a tensor', { shape: [1], dtype: 'bool', dataSync: () => Uint8Array.of(1) }, { data: Uint8Array.of(1), shape: [1], dtype: 'bool' }],
  ])('reads %s', (_, given, values) => {
    expect(valuesOf(given, 'x')).toEqual(values)
  })

  it.each([
    [null, 'x: expected a tensor, { data, shape }, a typed array or nested arrays, got null'],
    ['1', 'x: expected a tensor, { data, shape }, a typed array or nested arrays, got string'],
    [{ data: 'abc', shape: [3] }, 'x: expected data in a typed array or an array of numbers, got string'],
    [{ data: [1, 2], shape: [3] }, 'x: expected 3 entries for shape [3], got 2'],
    [
      { shape: [1], dtype: 'complex64', dataSync: () => Float32Array.of(1, 2) },
      'x: expected a tensor of real numbers, got dtype complex64',
    ],
  ])('refuses %o', (given, message) => {
    expect(() => valuesOf(given, 'x')).toThrow(new TypeError(message))
  })
})
