import { describe, expect, it } from 'vitest'
import { readContracts } from '../../src/contracts/user.js'

const takes = [
  { role: 'prediction', wants: 'logits' },
  { role: 'target', name: 'labels', wants: ['class-indices', 'distribution'] },
]

describe('readContracts', () => {
  it('gives contracts of the shape of a library', () => {
    expect(readContracts([{ callee: './src/losses#focalLoss', takes, applies: 'softmax', axis: -1 }])).toEqual({
      problems: [],
      contracts: [
        {
          id: './src/losses#focalLoss',
          package: './src/losses',
          name: 'focalLoss',
          takes: [
            { role: 'prediction', name: 'prediction', wants: ['logits'] },
            { role: 'target', name: 'labels', wants: ['class-indices', 'distribution'] },
          ],
          applies: 'softmax',
          axis: -1,
          source: 'configuration',
        },
      ],
    })
  })

  it('keeps what is said of a parameter', () => {
    const size = { role: 'option', name: 'size', rest: true, required: true, default: null }
    expect(readContracts([{ callee: './src/losses#view', takes: [size] }]).contracts[0]?.takes).toEqual([{ ...size, wants: [] }])
  })

  it.each([
    [{ package: './src/losses', name: 'focalLoss' }, './src/losses#focalLoss'],
    ['@scope/losses#focal', '@scope/losses#focal'],
    ['torch.nn.functional.cross_entropy', 'torch#nn.functional.cross_entropy'],
    ['tf.losses.logLoss', '@tensorflow/tfjs#losses.logLoss'],
    ['@tensorflow/tfjs-core#losses.logLoss', '@tensorflow/tfjs#losses.logLoss'],
    [{ package: '@tensorflow/tfjs-node', name: 'softmax' }, '@tensorflow/tfjs#softmax'],
    ['./src/trainer#Trainer.loss', './src/trainer#Trainer.loss'],
  ])('reads the callee %j', (callee, id) => {
    expect(readContracts([{ callee }])).toMatchObject({ problems: [], contracts: [{ id }] })
  })

  it.each([
    [{}, 'contracts', 'expected a list of contracts'],
    [['softmax'], 'contracts[0]', 'expected an object, found `"softmax"`'],
    [[{ takes }], 'contracts[0].callee', 'this key is required'],
    [
      [{ callee: 'focalLoss' }],
      'contracts[0].callee',
      "expected './file#name', 'package#name' or a dotted name such as 'torch.nn.BCELoss', found `focalLoss`",
    ],
    [
      [{ callee: 'torhc.nn.BCELoss' }],
      'contracts[0].callee',
      "expected './file#name', 'package#name' or a dotted name such as 'torch.nn.BCELoss', found `torhc.nn.BCELoss`; the nearest known library is `torch`",
    ],
    [[{ callee: { package: './a' } }], 'contracts[0].callee.name', 'this key is required'],
    [[{ callee: 'a#b', take: [] }], 'contracts[0].take', 'there is no such key; the nearest is `takes`'],
    [[{ callee: 'a#b', id: 'x' }], 'contracts[0].id', 'there is no such key'],
    [[{ callee: 'a#b', gives: 'logit' }], 'contracts[0].gives', /^expected `logits`, .*, found `"logit"`; the nearest is `logits`$/],
    [
      [{ callee: 'a#b', takes: [takes[0], { role: 'targets' }] }],
      'contracts[0].takes[1].role',
      'expected `prediction`, `target`, `value`, `weights`, `option`, found `"targets"`; the nearest is `target`',
    ],
    [
      [{ callee: 'a#b', takes: [{ role: 'value', wants: ['one-hot', 'onehot'] }] }],
      'contracts[0].takes[0].wants[1]',
      /nearest is `one-hot`$/,
    ],
    [[{ callee: 'a#b', axis: 'last' }], 'contracts[0].axis', 'expected an integer or \'elementwise\', found `"last"`'],
    [[{ callee: 'a#b', applies: 'sofmax' }], 'contracts[0].applies', /nearest is `softmax`$/],
    [[{ callee: 'a#b', bounded: [0] }], 'contracts[0].bounded', 'expected 2 numbers, found `[0]`'],
    [[{ callee: 'a#b', makes: { layer: 'x' } }], 'contracts[0].makes.layer', 'there is no such key; the nearest is `layers`'],
  ])('refuses %j', (written, path, message) => {
    const { contracts, problems } = readContracts(written)
    expect(contracts).toEqual([])
    expect(problems).toContainEqual({ path, message: typeof message === 'string' ? message : expect.stringMatching(message) })
  })

  it('keeps sound entries beside faulty ones', () => {
    const { contracts, problems } = readContracts([{ callee: 'nothing' }, { callee: './a#b', takes }])
    expect(contracts.map((each) => each.id)).toEqual(['./a#b'])
    expect(problems.map((each) => each.path)).toEqual(['contracts[0].callee'])
  })
})
