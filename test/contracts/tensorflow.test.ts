import { describe, expect, it } from 'vitest'
import { isLoss } from '../../src/contracts/contract.js'
import { contractById, findContract, frameworks } from '../../src/contracts/index.js'
import { tensorflow } from '../../src/contracts/tensorflow.js'

const names = (name: string) => contractById(`tensorflow#${name}`)?.takes.map((each) => each.name)

describe('parameters of TensorFlow, by name and in order', () => {
  it.each([
    ['nn.softmax_cross_entropy_with_logits', 'labels logits axis name'],
    ['nn.sparse_softmax_cross_entropy_with_logits', 'labels logits name'],
    ['nn.sigmoid_cross_entropy_with_logits', 'labels logits name'],
    ['nn.weighted_cross_entropy_with_logits', 'labels logits pos_weight name'],
    ['losses.softmax_cross_entropy', 'onehot_labels logits weights label_smoothing scope loss_collection reduction'],
    ['losses.sparse_softmax_cross_entropy', 'labels logits weights scope loss_collection reduction'],
    ['losses.sigmoid_cross_entropy', 'multi_class_labels logits weights label_smoothing scope loss_collection reduction'],
    ['losses.log_loss', 'labels predictions weights epsilon scope loss_collection reduction'],
    ['contrib.losses.softmax_cross_entropy', 'logits onehot_labels weights label_smoothing scope'],
    ['contrib.losses.sparse_softmax_cross_entropy', 'logits labels weights scope'],
    ['contrib.losses.log_loss', 'predictions labels weights epsilon scope'],
    ['nn.softmax', 'logits axis name'],
    ['matmul', 'a b transpose_a transpose_b'],
    ['one_hot', 'indices depth on_value off_value axis dtype name'],
    ['reduce_mean', 'input_tensor axis keepdims name'],
    ['clip_by_value', 't clip_value_min clip_value_max name'],
    ['layers.dense', 'inputs units activation use_bias'],
    ['layers.conv2d', 'inputs filters kernel_size strides padding data_format dilation_rate activation use_bias'],
    ['contrib.layers.fully_connected', 'inputs num_outputs activation_fn normalizer_fn'],
  ])('%s', (name, expected) => expect(names(name)?.join(' ')).toBe(expected))
})

it('losses of contrib take the prediction first, all others the target', () => {
  for (const { name, takes } of tensorflow.entries.filter(isLoss))
    expect(takes[0]!.role, name).toBe(name.startsWith('contrib.') ? 'prediction' : 'target')
})

it('has the losses of Keras as its own', () => {
  const own = findContract('tf.losses.CategoricalCrossentropy')!
  const { id: _, package: __, depends, ...facts } = own
  expect(own.id).toBe('tensorflow#losses.CategoricalCrossentropy')
  expect(contractById('keras#losses.CategoricalCrossentropy')).toMatchObject(facts)
  expect(contractById(depends!.on.true!)?.package).toBe('tensorflow')
})

it('its parts are libraries, and its doubled modules lead to some that have entries', () => {
  for (const part of Object.values(tensorflow.parts!)) expect(frameworks.map((each) => each.package)).toContain(part)
  for (const module of Object.values(tensorflow.moved!))
    if (module)
      expect(
        tensorflow.entries.some(({ name }) => name.startsWith(`${module}.`)),
        module,
      ).toBe(true)
})

it('a layer that is a function is applied to its first parameter', () => {
  const applied = tensorflow.entries.filter((each) => each.makes?.on !== undefined)
  expect(applied.length).toBeGreaterThan(10)
  for (const { makes, takes } of applied) expect(takes[0]).toMatchObject({ name: makes!.on, role: 'value' })
})

it('fully connected layers of contrib are ReLU layers, unless told otherwise', () => {
  expect(contractById('tensorflow#contrib.layers.fully_connected')?.makes?.activation).toEqual({
    option: 'activation_fn',
    default: 'relu',
    none: 'linear',
  })
})
