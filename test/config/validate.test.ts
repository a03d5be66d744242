import { describe, expect, it } from 'vitest'
import { validateConfig } from '../../src/config/validate.js'

const known = { rules: ['probabilities-as-logits', 'bounded-logits'], frameworks: ['@tensorflow/tfjs', 'tf', 'torch'] }
const faults = (config: unknown) => validateConfig(config, known).map(({ path, message }) => `${path}: ${message}`)

describe('validateConfig', () => {
  it.each([
    [{}],
    [{ rules: undefined }],
    [
      {
        $schema: './node_modules/ce-lint/schema.json',
        files: ['src'],
        ignores: ['*.test.ts'],
        rules: { 'bounded-logits': 'off', 'probabilities-as-logits': 'info' },
        contracts: [{ callee: './src/losses#focalLoss', takes: [{ role: 'prediction', wants: 'logits' }] }],
        minCertainty: 'proved',
        frameworks: ['tf', 'torch'],
      },
    ],
  ])('accepts %o', (config) => {
    expect(faults(config)).toEqual([])
  })

  it.each([
    [null, ': expected an object, found `null`'],
    [[], ': expected an object, found `[]`'],
    [{ rulez: {} }, 'rulez: there is no such key; the nearest is `rules`'],
    [{ wholly: 1, other: 2 }, 'wholly: there is no such key', 'other: there is no such key'],
    [{ files: 'src' }, 'files: expected a list, found `"src"`'],
    [{ ignores: ['a', 1] }, 'ignores[1]: expected a non-empty string, found `1`'],
    [{ rules: { 'bounded-logit': 'off' } }, 'rules.bounded-logit: there is no such key; the nearest is `bounded-logits`'],
    [{ rules: { 'bounded-logits': 'warn' } }, 'rules.bounded-logits: expected `off`, `info`, `warning`, `error`, found `"warn"`'],
    [
      { rules: { 'bounded-logits': 'warnin' } },
      'rules.bounded-logits: expected `off`, `info`, `warning`, `error`, found `"warnin"`; the nearest is `warning`',
    ],
    [{ minCertainty: 'likly' }, 'minCertainty: expected `possible`, `likely`, `proved`, found `"likly"`; the nearest is `likely`'],
    [{ frameworks: ['trch'] }, 'frameworks[0]: expected `@tensorflow/tfjs`, `tf`, `torch`, found `"trch"`; the nearest is `torch`'],
    [{ contracts: [{ takes: [] }] }, 'contracts[0].callee: this key is required'],
    [{ contracts: {} }, 'contracts: expected a list of contracts'],
  ])('says of %o what was expected, where', (config, ...expected) => {
    expect(faults(config)).toEqual(expected)
  })
})
