import { beforeAll, describe, expect, it, test } from 'vitest'
import type { Facts } from '../../src/claims.js'
import { torch } from '../../src/contracts/torch.js'
import { loadParser } from '../../src/frontends/python/parse.js'
import { lint } from '../../src/lint.js'
import { defineRule } from '../../src/rule.js'
import golden from '../contracts/torch-shapes.json' with { type: 'json' }

beforeAll(() => loadParser())

/** Tells what is known of the prediction beside its kind. */
const probe = defineRule<{ text: string }>({
  name: 'shape-mismatch',
  severity: 'info',
  summary: 'what is known of a prediction',
  check({ arguments: { prediction } }) {
    const shape = prediction?.numbers?.shape ?? prediction?.facts.shape
    const facts: Facts = { ...prediction?.facts, ...(shape && { shape }), dtype: prediction?.numbers?.dtype ?? prediction?.facts.dtype }
    return { role: 'prediction', certainty: 'proved', data: { text: JSON.stringify(facts) } }
  },
  say: ({ text }) => ({ what: text, why: '', todo: '' }),
})

function factsOf(expression: string): Facts {
  const text = `import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nF.ctc_loss(${expression}, y)\n`
  const [finding] = lint({ files: [{ path: 'main.py', text }], rules: [probe] }).findings
  return JSON.parse(finding!.message.what)
}

const results: Record<string, { shape: number[]; dtype: string }> = golden.results

/** Sizes that PyTorch computes from those of a kernel are not told. */
const agrees = (told: Facts['shape'], real: readonly number[]) =>
  told?.length === real.length && told.every((size, axis) => size === null || size === real[axis])

describe('what PyTorch gives', () => {
  it.each(Object.entries(results))('%s', (expression, real) => {
    const { shape, dtype } = factsOf(expression)
    expect(shape).toSatisfy((told: Facts['shape']) => agrees(told, real.shape), `is as ${JSON.stringify(real.shape)}`)
    if (dtype === 'float') expect(real.dtype).toMatch(/^float/)
    else if (dtype !== undefined) expect(dtype).toBe(real.dtype)
  })

  test('casts and integers have their type told', () => {
    const cast = Object.keys(results).filter((text) =>
      /\)\.(float|double|half|bool|int|to|type|type_as|cpu)\(|one_hot|randint\(7, \(2, 3\)\)$/.test(text),
    )
    expect(cast.length).toBeGreaterThan(20)
    for (const text of cast.filter((each) => !each.startsWith('nn.') && !each.startsWith('torch.eye')))
      expect([text, factsOf(text).dtype]).not.toEqual([text, undefined])
  })
})

test('a softmax that is told no axis takes the one that PyTorch takes', () => {
  const told = golden.implicit.map((_, rank) => {
    const sizes = Array.from({ length: rank }, (_, axis) => axis + 2)
    return factsOf(`torch.softmax(torch.randn([${sizes.join(', ')}]))`).axis
  })
  expect(told.slice(1)).toEqual(golden.implicit.slice(1))
})

test.each(Object.entries(golden.ranks))('%s takes inputs of those ranks only', (name, ranks) => {
  const contract = torch.entries.find((each) => each.name === name)
  expect(contract?.ranks).toEqual([Math.min(...ranks), Math.max(...ranks)])
})
