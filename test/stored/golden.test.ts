import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStored } from '../../src/stored/open.js'
import golden from './golden/expected.json' with { type: 'json' }

/** Written by scripts/record-stored.py with NumPy and safetensors themselves. */
const folder = join(import.meta.dirname, 'golden')

interface Expected {
  dtype: string
  shape: number[]
  values: (number | string)[]
}

const files = Object.entries(golden.files as unknown as Record<string, Record<string, Expected>>)

describe.each(files)('%s', (file, tensors) => {
  it('holds what the library wrote', async () => {
    const stored = await openStored(join(folder, file), [])
    expect(stored.names).toEqual(expect.arrayContaining(Object.keys(tensors)))
    for (const [name, { dtype, shape, values }] of Object.entries(tensors)) {
      const tensor = await stored.open(name)
      expect([tensor.dtype, tensor.shape]).toEqual([dtype, shape])
      const wanted = values.map((value) => (value === 'inf' ? Infinity : value === '-inf' ? -Infinity : Number(value)))
      expect(Array.from(tensor.read(0, shape[0] ?? 1))).toEqual(wanted)
      // The same slice by slice.
      const slices = Array.from({ length: shape[0] ?? 0 }, (_, index) => Array.from(tensor.read(index, index + 1)))
      if (shape.length > 0) expect(slices.flat()).toEqual(wanted)
    }
    stored.close()
  })
})

it.each([
  ['objects.npy', "holds Python objects, which are pickled and are never opened; save numbers: np.save(file, array.astype('float32'))"],
  ['records.npy', 'holds records; save its fields as arrays of their own'],
  ['complex.npy', 'holds "<c16", which are no real numbers that are read; save array.astype(\'float64\')'],
  ['words.npy', 'holds "<U3", which are no real numbers that are read; save array.astype(\'float64\')'],
])('%s is refused', async (file, message) => {
  await expect(openStored(join(folder, file), [])).rejects.toThrow(message)
})

it('has a test for every file', () => {
  const refused = ['objects.npy', 'records.npy', 'complex.npy', 'words.npy', 'expected.json']
  expect(readdirSync(folder).sort()).toEqual([...files.map(([file]) => file), ...refused].sort())
})
