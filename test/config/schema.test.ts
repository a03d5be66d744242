import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { knownNames } from '../../src/config/known-names.js'
import { configSchema } from '../../src/config/schema.js'
import { validateConfig } from '../../src/config/validate.js'

const known = knownNames()
const validate = new Ajv.default({ allowUnionTypes: true }).compile(configSchema(known))
const contract = (entry: object) => ({ contracts: [entry] })
const loss = { callee: './losses#focal' }

describe('schema.json', () => {
  it('is what `node scripts/schema.mjs` writes', () => {
    expect(JSON.parse(readFileSync(join(import.meta.dirname, '../../schema.json'), 'utf8'))).toEqual(configSchema(known))
  })

  it.each([
    [{}, true],
    [
      {
        $schema: 'x',
        files: ['src'],
        ignores: [],
        minCertainty: 'proved',
        frameworks: known.frameworks,
        rules: { 'bounded-logits': 'off' },
      },
      true,
    ],
    [{ rules: Object.fromEntries(known.rules.map((name) => [name, 'info'])) }, true],
    [{ overrides: [{ files: ['test/'], rules: { 'bounded-logits': 'off' }, frameworks: ['torch'], requireReason: true }] }, true],
    [{ overrides: [{ rules: {} }] }, false],
    [{ overrides: [{ files: ['a'], ignores: [] }] }, false],
    [{ rulez: {} }, false],
    [{ rules: { 'bounded-logit': 'off' } }, false],
    [{ rules: { 'bounded-logits': 'warn' } }, false],
    [{ files: 'src' }, false],
    [{ ignores: [''] }, false],
    [{ minCertainty: 'sure' }, false],
    [{ frameworks: ['theano'] }, false],
    [contract(loss), true],
    [
      contract({
        callee: { package: './losses', name: 'focal' },
        takes: [{ role: 'prediction', name: 'p', wants: ['logits', 'one-hot'], default: null }],
      }),
      true,
    ],
    [
      contract({
        ...loss,
        applies: 'softmax',
        axis: -1,
        bounded: [0, 1],
        broadcasts: false,
        ignoreIndex: null,
        reduction: 'mean',
        silent: ['x'],
      }),
      true,
    ],
    [
      contract({
        ...loss,
        makes: { type: 'Layer', gives: 'same', activation: { option: 'activation', default: 'linear' }, units: 'units' },
      }),
      true,
    ],
    [
      contract({
        ...loss,
        takes: [
          { role: 'prediction', wants: 'logits', required: true },
          { role: 'option', name: 'size', rest: true },
        ],
        applies: 'activation',
        aligns: true,
        normalises: true,
        classes: null,
        results: ['logits', 'wrapped', null],
        empty: 'dict',
        provides: 'value',
      }),
      true,
    ],
    [
      contract({
        ...loss,
        gives: 'between',
        makes: {
          type: 'Layer',
          on: 'inputs',
          results: ['same', null],
          units: null,
          activation: { option: 'activation_fn', default: 'relu', none: 'linear' },
        },
      }),
      true,
    ],
    ...['append', 'insert', 'extend', 'result', 'remove-last', 'remove-at', 'named', 'parts'].map((mutates): [object, boolean] => [
      contract({ ...loss, mutates }),
      true,
    ]),
    [contract({ ...loss, axis: 'elementwise', gives: 'distribution', mutates: 'append', property: true, config: true }), true],
    [contract({}), false],
    [contract({ ...loss, callee: { package: './losses' } }), false],
    [contract({ ...loss, takes: [{}] }), false],
    [contract({ ...loss, takes: [{ role: 'prediction', wants: 'logit' }] }), false],
    [contract({ ...loss, axis: 0.5 }), false],
    [contract({ ...loss, bounded: [0] }), false],
    [contract({ ...loss, config: false }), false],
    [contract({ ...loss, makes: {} }), false],
    [contract({ ...loss, makes: { type: 'Layer', units: '' } }), false],
    [contract({ ...loss, makes: { type: 'Layer', activation: { option: 'activation', none: 'linear' } } }), false],
    [contract({ ...loss, classes: '' }), false],
    [contract({ ...loss, results: 'logits' }), false],
    [contract({ ...loss, results: [undefined, 'logit'] }), false],
    [contract({ ...loss, empty: 'tuple' }), false],
    [contract({ ...loss, mutates: 'remove' }), false],
    [contract({ ...loss, aligns: false }), false],
    [contract({ ...loss, takes: [{ role: 'option', rest: false }] }), false],
    [contract({ ...loss, takes: [{ role: 'option', required: false }] }), false],
    [contract({ ...loss, gives: 'logit' }), false],
    [contract({ ...loss, other: 1 }), false],
  ])('judges %o as the program does: %s', (config, sound) => {
    expect({ schema: validate(config), program: validateConfig(config, known).length === 0 }).toEqual({ schema: sound, program: sound })
  })
})
