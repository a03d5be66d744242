import { describe, expect, it } from 'vitest'
import { newRow, type Row, readRow } from '../../src/numbers/row.js'
import { type Random, random as seeded } from '../random.js'

const families: Record<string, (random: Random) => number> = {
  scores: (random) => 8 * random() - 4,
  falling: (random) => -random(),
  integers: (random) => Math.floor(6 * random()) - 2,
  'zeros and ones': (random) => Number(random() < 0.2),
  signs: (random) => (random() < 0.5 ? -1 : 1),
  'a few of each': (random) => [0, 0, 0, 1, -1, 0.5, 1e-20, -0][Math.floor(8 * random())]!,
  'no numbers among them': (random) => [0, 1, 0.25, -3, Number.NaN, Infinity, -Infinity][Math.floor(7 * random())]!,
}

describe.each(Object.entries(families))('a row of %s', (_, entry) => {
  const random = seeded(7)

  it.each(Array.from({ length: 18 }, (_, length) => length))('of length %i is what its entries one by one are', (count) => {
    for (let round = 0; round < 200; round++) {
      const start = Math.floor(5 * random())
      // What stands before and behind the row is none of its business.
      const data = Float64Array.from({ length: start + count + 5 }, (_, at) => (at < start || at >= start + count ? 99.5 : entry(random)))
      const row = newRow()
      readRow(row, data, start, count)
      const { sum, ...expected } = plainly([...data.subarray(start, start + count)])
      expect({ ...row, second: row.second + 0 }).toMatchObject(expected)
      if (Number.isFinite(sum)) expect(row.sum).toBeCloseTo(sum, 9)
      else expect(row.sum).toBe(sum)
    }
  })
})

function plainly(entries: number[]): Partial<Row> & { sum: number } {
  const numbers = entries.filter((x) => !Number.isNaN(x))
  const sorted = [...numbers].sort((a, b) => b - a)
  const [max = -Infinity, second = -Infinity] = sorted
  const fractions = numbers.some((x) => Number.isFinite(x) && !Number.isInteger(x))
  const count = (x: number) => entries.filter((each) => each === x).length
  return {
    count: entries.length,
    sum: numbers.reduce((total, x) => total + x, 0),
    min: (sorted.at(-1) ?? Infinity) + 0,
    max: max + 0,
    ...(max > -Infinity && { argmax: entries.indexOf(max) }),
    fractions,
    ...(!fractions && { zeros: count(0), ones: count(1), minusOnes: count(-1) }),
    nan: entries.length - numbers.length,
    infinite: count(Infinity) + count(-Infinity),
    nonFinite: entries.findIndex((x) => !Number.isFinite(x)),
    second: second + 0,
  }
}
