import { describe, expect, it } from 'vitest'
import { spreadRow } from '../../src/numbers/grid.js'
import { layoutsFor, sampled } from '../../src/numbers/layout.js'
import { measure } from '../../src/numbers/stats.js'
import { fromNested, sizeOf } from '../../src/numbers/values.js'
import { gaussian, random } from '../random.js'

describe('measure', () => {
  it('agrees with a plain reading of any class axis', () => {
    const next = random(1)
    for (let round = 0; round < 60; round++) {
      const shape = Array.from({ length: 1 + (round % 4) }, () => 1 + Math.floor(next() * 4))
      const data = Float32Array.from({ length: sizeOf(shape) }, () => Math.round(gaussian(next) * 4) / 4)
      for (let axis = 0; axis < shape.length; axis++) {
        const rows = rowsAlong(data, shape, axis)
        const numbers = measure({ data, shape, dtype: 'float32' }, { classAxis: axis })
        const sums = rows.map((row) => row.reduce((a, b) => a + b, 0))
        expect(numbers).toMatchObject({
          classes: shape[axis],
          rows: rows.length,
          seenRows: rows.length,
          min: Math.min(...data) + 0,
          max: Math.max(...data) + 0,
          negative: rows.filter((row) => row.some((x) => x < 0)).length,
          fractions: rows.filter((row) => row.some((x) => !Number.isInteger(x))).length,
          outsideUnit: rows.filter((row) => row.some((x) => x < 0 || x > 1)).length,
          argmax: [...new Set(rows.map((row) => row.indexOf(Math.max(...row))))].sort((a, b) => a - b),
          oneHotRows: rows.filter((row) => row.every((x) => x === 0 || x === 1) && row.filter((x) => x === 1).length === 1).length,
          equalRows: rows.length > 1 && rows.every((row) => row.every((x, j) => x === rows[0]![j])),
        })
        expect(numbers.rowSum.min).toBeCloseTo(Math.min(...sums), 12)
        expect(numbers.rowSum.max).toBeCloseTo(Math.max(...sums), 12)
        expect(numbers.rowSum.worst).toBeCloseTo(Math.max(...sums.map((sum) => Math.abs(sum - 1))), 12)
        const [first] = rows.map((row) => Math.abs(logSumExp(row))).filter((off) => off > 1e-2)
        // It stops at the first row that is no log-probabilities, and tells at most its true distance.
        if (numbers.max > 0) expect(numbers.logSumExp).toBeUndefined()
        else if (first === undefined) expect(numbers.logSumExp).toBeLessThan(1e-2)
        else {
          expect(numbers.logSumExp).toBeLessThanOrEqual(first + 1e-12)
          expect(numbers.logSumExp).toBeGreaterThan(1e-3)
        }
        if (shape[axis]! > 1) {
          const gaps = rows.map((row) => [...row].sort((a, b) => b - a)).map(([a, b]) => a! - b! + 0)
          expect([numbers.leastGap, numbers.greatestGap]).toEqual([Math.min(...gaps), Math.max(...gaps)])
        }
      }
    }
  })

  it('counts in float64 what float32 would lose', () => {
    const data = new Float32Array(100_000).fill(1e-5)
    expect(measure({ data, shape: [1, 100_000], dtype: 'float32' }, { classAxis: -1 }).rowSum.worst).toBeLessThan(1e-7)
  })

  it('finds the first entry that is not finite, and measures the rest', () => {
    const numbers = measure(
      fromNested([
        [0.5, 0.5],
        [0.2, NaN],
        [Infinity, 0],
      ]),
      { classAxis: -1 },
    )
    expect(numbers).toMatchObject({
      nan: 1,
      infinite: 1,
      firstNonFinite: [1, 1],
      rowSum: { min: 1, max: 1, worst: 0 },
      max: Infinity,
      min: 0,
    })
  })

  it('sums along other axes only where rows may be the remains of a softmax over them', () => {
    const columns = [
      [0.2, 0.7],
      [0.8, 0.3],
    ]
    const sums = { axis: 0, min: 1, max: 1, worst: 0 }
    expect(measure(fromNested(columns), { classAxis: -1 }).otherAxis).toEqual(sums)
    expect(measure(fromNested(columns.map((row) => row.map((x) => [x]))), { classAxis: 1 }).otherAxis).toEqual(sums)
    expect(measure(fromNested([columns[0]!, columns[0]!]), { classAxis: 0 }).otherAxis).toBeUndefined()
    expect(
      measure(
        fromNested([
          [0.2, 0.7],
          [-0.8, 0.3],
        ]),
        { classAxis: -1 },
      ).otherAxis,
    ).toBeUndefined()
    expect(measure(fromNested([[0.2, 0.7]]), { classAxis: -1 }).otherAxis).toBeUndefined()
  })

  it('lists at most 16 distinct values, and keeps the ignore index apart', () => {
    const numbers = measure(fromNested([3, 1, 255, 3, 0]), { classAxis: 'elementwise', ignoreIndex: 255 })
    expect(numbers).toMatchObject({ distinct: [0, 1, 3, 255], kept: { count: 4, min: 0, max: 3 }, classes: 1, rows: 5 })
    const many = Array.from({ length: 17 }, (_, i) => i)
    expect(measure(fromNested(many), { classAxis: 'elementwise' }).distinct).toBeUndefined()
    expect(measure(fromNested([...many, -1]), { classAxis: 'elementwise', ignoreIndex: -1 }).kept).toEqual({ count: 17, min: 0, max: 16 })
  })

  it('forgives rounding past the ends of [0, 1]', () => {
    expect(measure({ data: [1.000001, -1e-6], shape: [1, 2], dtype: 'float32' }, { classAxis: -1 }).outsideUnit).toBe(0)
    expect(measure({ data: [1.000001, -1e-6], shape: [1, 2], dtype: 'float64' }, { classAxis: -1 })).toMatchObject({
      outsideUnit: 1,
      firstOutsideUnit: -1e-6,
    })
  })

  it('says NaN of what was not there to measure', () => {
    const numbers = measure({ data: [], shape: [0, 3], dtype: 'float32' }, { classAxis: -1 })
    expect(numbers).toMatchObject({ rows: 0, seenRows: 0, min: NaN, max: NaN, equalRows: false, binary: false })
  })

  it('refuses data that does not fill its shape, and axes that are not there', () => {
    expect(() => measure({ data: [1, 2], shape: [3], dtype: 'float32' }, { classAxis: -1 })).toThrow(
      'data: expected 3 entries for shape [3], got 2',
    )
    expect(() => measure(fromNested([1, 2]), { classAxis: 1 })).toThrow("classAxis: expected an axis of shape [2] or 'elementwise', got 1")
  })
})

describe('data of other types', () => {
  const shape = [2, 3]
  const rows = [0.5, 0.25, 0.25, 1, 0, 0]
  const read = (data: ArrayLike<number>, dtype: string) => measure({ data, shape, dtype }, { classAxis: -1 })

  it('is read as its numbers', () => {
    const whole = [3, 0, 1, 0, 1, 0]
    for (const data of [Int32Array.from(whole), Uint8Array.from(whole), Float64Array.from(whole), whole])
      expect(read(data, 'x')).toEqual(read(Float32Array.from(whole), 'x'))
  })

  it('is read from the bits of half-precision numbers, those that are not finite too', () => {
    const plain = read(rows, 'float16')
    expect(read(Uint16Array.of(0x3800, 0x3400, 0x3400, 0x3c00, 0, 0), 'float16')).toEqual(plain)
    expect(read(Uint16Array.of(0x3f00, 0x3e80, 0x3e80, 0x3f80, 0, 0), 'bfloat16')).toEqual({ ...plain, dtype: 'bfloat16' })
    expect(read(Uint16Array.of(0x8001, 0xfc00, 0x7e00, 0xc000, 0x7bff, 0), 'float16')).toMatchObject({
      ...{ min: Number.NEGATIVE_INFINITY, max: 65504, nan: 1, infinite: 1, firstNonFinite: [0, 1] },
    })
    expect(read(Uint16Array.of(0x8001, 0, 0, 0, 0, 0), 'float16').min).toBe(-(2 ** -24))
    expect(read(Uint16Array.of(0xff80, 0, 0, 0x7f80, 0x7fc0, 0xc000), 'bfloat16')).toMatchObject({
      ...{ min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, nan: 1, infinite: 2 },
    })
  })

  it('is read from the bits of rows along any axis, and of other axes', () => {
    const columns = Uint16Array.of(0x3800, 0x3400, 0x3400, 0x3800, 0x3a00, 0x3a00)
    const numbers = measure({ data: columns, shape: [2, 3], dtype: 'float16' }, { classAxis: -1 })
    expect(numbers.otherAxis).toEqual({ axis: 0, min: 1, max: 1, worst: 0 })
    const turned = measure({ data: columns, shape: [2, 3], dtype: 'float16' }, { classAxis: 0 })
    expect(turned.rowSum).toEqual({ min: 1, max: 1, worst: 0 })
  })

  it('may be in integers of 16 bits that are numbers', () => {
    expect(read(Uint16Array.of(300, 0, 1, 2, 3, 4), 'uint16').max).toBe(300)
  })
})

describe('a sample', () => {
  it('sees no row twice, and all of them in the course of a run', () => {
    const shape = [1000, 50]
    const data = Float32Array.from({ length: 50_000 }, (_, i) => Math.floor(i / 50))
    const seen = new Set<number>()
    for (let nth = 0; nth < 60; nth++) {
      const { rows, phase = 0 } = sampled({ classAxis: 1 }, shape, 163, nth)
      const each = Array.from({ length: rows! }, (_, i) => spreadRow(i, rows!, 1000, phase))
      expect(new Set(each).size).toBe(163)
      const numbers = measure({ data, shape, dtype: 'float32' }, { classAxis: 1, rows: rows!, phase })
      expect([numbers.seenRows, numbers.min, numbers.max]).toEqual([163, each[0], each.at(-1)])
      for (const row of each) seen.add(row)
    }
    expect(seen.size).toBe(1000)
  })

  it('is spread over the tensor, the same each time, and hits every column of a periodic one', () => {
    const data = Float32Array.from({ length: 60_000 }, (_, i) => i % 6)
    const values = { data, shape: [60_000], dtype: 'float32' }
    const layout = sampled({ classAxis: 'elementwise' }, values.shape, 1000)
    const numbers = measure(values, layout)
    expect(numbers).toMatchObject({ rows: 60_000, seenRows: 1000, distinct: [0, 1, 2, 3, 4, 5] })
    expect(measure(values, layout)).toEqual(numbers)
    const ramp = measure({ ...values, data: Float32Array.from({ length: 60_000 }, (_, i) => i) }, layout)
    expect(ramp.min).toBeLessThan(60)
    expect(ramp.max).toBeGreaterThan(59_940)
  })

  it('reads about 4096 entries, and never fewer than four rows', () => {
    expect(sampled({ classAxis: -1 }, [4096, 1000]).rows).toBe(4)
    expect(sampled({ classAxis: -1 }, [4096, 10]).rows).toBe(409)
    expect(sampled({ classAxis: -1 }, [2048, 32_000]).rows).toBe(4)
  })
})

describe('layoutsFor', () => {
  const axes = (...args: Parameters<typeof layoutsFor>) => {
    const { prediction, target } = layoutsFor(...args)
    return [prediction.classAxis, target.classAxis]
  }

  it('gives rows to the prediction, and to a target of its rank', () => {
    expect(axes(-1, [8, 10], [8, 10])).toEqual([1, 1])
    expect(axes(-1, [8, 10], [8])).toEqual([1, 'elementwise'])
    expect(axes(-1, [8, 10], [8, 1])).toEqual([1, 'elementwise'])
    expect(axes(-1, [8, 1], [8, 1])).toEqual([1, 1])
    expect(axes(1, [8, 10, 5], [8, 5])).toEqual([1, 'elementwise'])
    expect(axes(1, [10], [])).toEqual([0, 'elementwise'])
    expect(axes('elementwise', [8, 3], [8, 3])).toEqual([1, 1])
    expect(axes('elementwise', [8], [8])).toEqual(['elementwise', 'elementwise'])
  })
})

describe('fromNested', () => {
  it('reads any depth', () => {
    expect(fromNested([[[1, 2]], [[3, 4]]])).toEqual({ data: [1, 2, 3, 4], shape: [2, 1, 2], dtype: 'number' })
    expect(fromNested(3)).toEqual({ data: [3], shape: [], dtype: 'number' })
    expect(fromNested([true, false])).toEqual({ data: [1, 0], shape: [2], dtype: 'bool' })
  })

  it('names what it expected of ragged arrays', () => {
    expect(() => fromNested([[1, 2], [3]], 'prediction')).toThrow('prediction: expected arrays of length 2 at depth 1, got one of length 1')
    expect(() => fromNested([[1], 2] as never)).toThrow('tensor: expected arrays of length 1 at depth 1, got number')
    expect(() => fromNested([1, 'x'] as never)).toThrow(new TypeError('tensor: expected a number at depth 1, got string'))
  })
})

function rowsAlong(data: Float32Array, shape: readonly number[], axis: number): number[][] {
  const inner = sizeOf(shape.slice(axis + 1))
  const classes = shape[axis]!
  return Array.from({ length: data.length / classes }, (_, row) =>
    Array.from({ length: classes }, (_, j) => data[Math.floor(row / inner) * classes * inner + j * inner + (row % inner)]!),
  )
}

function logSumExp(row: readonly number[]): number {
  return Math.log(row.reduce((sum, x) => sum + Math.exp(x), 0))
}
