import type { Kind } from '../../kinds.js'
import { type Contract, call, type Parameter } from '../contract.js'
import { option, prediction, target, value } from '../parameters.js'
import { binary, binaryFocal, categorical, categoricalFocal, divergence, type Facts, type Family, sparse } from './families.js'

/** A loss as a class, which takes its options when it is made, and as a function. */
interface Loss {
  family: Family
  cls: string
  made: readonly Parameter[]
  fn: string
  called: readonly Parameter[]
}

const fromLogits = option('from_logits', false)
const smoothing = option('label_smoothing', 0)
const axis = option('axis', -1)
const ignored = option('ignore_class')
const reduction = option('reduction', 'sum_over_batch_size')
const named = [option('name'), option('dtype')]
const focal = [option('alpha', 0.25), option('gamma', 2), fromLogits, smoothing, axis]
const balanced = [option('apply_class_balancing', false), ...focal]

const source = 'keras 3.16.0, losses/losses.py'
const lowSource = 'keras 3.16.0, ops/nn.py and legacy/backend.py'

const losses: readonly Loss[] = [
  {
    family: categorical,
    cls: 'CategoricalCrossentropy',
    made: [fromLogits, smoothing, axis, reduction],
    fn: 'categorical_crossentropy',
    called: [fromLogits, smoothing, axis],
  },
  {
    family: sparse,
    // The second option is not the label smoothing of its siblings.
    cls: 'SparseCategoricalCrossentropy',
    made: [fromLogits, ignored, reduction, axis],
    fn: 'sparse_categorical_crossentropy',
    // Keras 2 takes the axis before the class that is ignored.
    called: [fromLogits, ignored, axis],
  },
  {
    family: binary,
    cls: 'BinaryCrossentropy',
    made: [fromLogits, smoothing, axis, reduction],
    fn: 'binary_crossentropy',
    called: [fromLogits, smoothing, axis],
  },
  {
    family: categoricalFocal,
    cls: 'CategoricalFocalCrossentropy',
    made: [...focal, reduction],
    fn: 'categorical_focal_crossentropy',
    called: focal,
  },
  {
    family: binaryFocal,
    cls: 'BinaryFocalCrossentropy',
    made: [...balanced, reduction],
    fn: 'binary_focal_crossentropy',
    called: balanced,
  },
]

/**
 * Losses of Keras: target first, class axis last. Classes give the mean, functions one value a row and stand in each of the modules.
 * TensorFlow 2 has them as its own, too.
 */
export function lossesOf(pkg: string, modules: readonly string[]): readonly Contract[] {
  const inputs = ['y_true', 'y_pred'] as const
  const within = (fn: string) => modules.map((module) => `${module}.${fn}`)
  return [
    ...losses.flatMap(({ family, cls, made }) =>
      written(pkg, [`losses.${cls}`], family, inputs, [...made, ...named], { criterion: true, reduction: 'mean', source }),
    ),
    ...losses.flatMap(({ family, fn, called }) => written(pkg, within(fn), family, inputs, called, { reduction: 'none', source })),
    ...withoutLogits(pkg, within),
  ]
}

/** Losses of the modules that only Keras has. */
export function lowLevelOf(pkg: string): readonly Contract[] {
  const low = (fn: string, family: Family, options: readonly Parameter[]) =>
    written(pkg, [`ops.${fn}`, `backend.${fn}`], family, ['target', 'output'], options, { reduction: 'none', source: lowSource })
  return [
    ...low('categorical_crossentropy', categorical, [fromLogits, axis]),
    ...low('sparse_categorical_crossentropy', sparse, [fromLogits, axis]),
    ...low('binary_crossentropy', binary, [fromLogits]),
  ]
}

/** A loss under each of its names: what it is without, and what it is with `from_logits=True`. */
function written(
  pkg: string,
  names: readonly string[],
  family: Family,
  [labels, output]: readonly [string, string],
  options: readonly Parameter[],
  facts: Facts & Pick<Contract, 'source'>,
): Contract[] {
  const taking = (kind: Kind) => [target(labels, ...family.labels), prediction(output, kind), ...options]
  const { applies, wants, swapped } = family
  const silent = [...(family.onProbabilities.silent ?? []), ...(swapped ? [swapped] : [])]
  return names.flatMap((name) => {
    const other = `${name}(from_logits=True)`
    const depends = { option: 'from_logits', on: { true: `${pkg}#${other}` } }
    return [
      call(pkg, name, { ...family.facts, ...family.onProbabilities, silent, ...facts, takes: taking(wants), applies: 'log', depends }),
      call(pkg, other, { ...family.facts, ...family.onLogits, ...facts, takes: taking('logits'), applies }),
    ]
  })
}

/** Losses without `from_logits`. */
function withoutLogits(pkg: string, within: (fn: string) => string[]): Contract[] {
  const called: Facts = { ...divergence, silent: [...divergence.silent!, 'swapped arguments: 7.114 on the reference batch'] }
  const generalized: Facts = { applies: 'nothing', axis: -1, weighted: true, silent: ['logits: the loss is NaN'] }
  return [
    ...both(pkg, 'KLDivergence', within('kl_divergence'), ['distribution', 'distribution'], called),
    ...both(
      pkg,
      'CategoricalGeneralizedCrossEntropy',
      ['losses.categorical_generalized_cross_entropy'],
      ['class-indices', 'distribution'],
      generalized,
      [option('q', 0.5)],
    ),
  ]
}

function both(
  pkg: string,
  cls: string,
  functions: readonly string[],
  [labels, wants]: readonly [Kind, Kind],
  facts: Facts,
  options: readonly Parameter[] = [],
): Contract[] {
  const inputs = [target('y_true', labels), prediction('y_pred', wants)]
  const takes = [...inputs, ...options, reduction, ...named]
  return [
    call(pkg, `losses.${cls}`, { ...facts, takes, criterion: true, reduction: 'mean', source }),
    ...functions.map((name) => call(pkg, name, { ...facts, takes: [...inputs, ...options], reduction: 'none', source })),
  ]
}

/** What a loss name means in `compile`: the function of that name with its defaults, reduced to the mean. */
export function compiledLosses(pkg: string): readonly Contract[] {
  const loss = (name: string, labels: readonly Kind[], wants: Kind, facts: Facts) =>
    call(pkg, `compile.${name}`, {
      ...facts,
      raises: [...(facts.raises ?? []), 'other spellings, such as categoricalCrossentropy or crossentropy'],
      takes: [target('y_true', ...labels), prediction('y_pred', wants)],
      applies: 'log',
      reduction: 'mean',
      source: 'keras 3.16.0, losses/losses.py and trainers/compile_utils.py',
    })
  const of = (name: string, { labels, wants, facts: { axisOption: _, ...facts }, onProbabilities }: Family) =>
    loss(name, labels, wants, { ...facts, ...onProbabilities })
  return [
    of('categorical_crossentropy', categorical),
    of('sparse_categorical_crossentropy', sparse),
    of('binary_crossentropy', binary),
    of('categorical_focal_crossentropy', categoricalFocal),
    of('binary_focal_crossentropy', binaryFocal),
    loss('kl_divergence', ['distribution'], 'distribution', divergence),
  ]
}

/** Losses of alignments. Unlike the others, `ctc_batch_cost` takes what a softmax gives. */
export function alignments(pkg: string): readonly Contract[] {
  const lengths = (...names: string[]) => names.map((name) => value(name))
  return [
    ...both(pkg, 'CTC', ['losses.ctc'], ['class-indices', 'logits'], { applies: 'softmax', axis: -1, aligns: true }),
    call(pkg, 'ops.ctc_loss', {
      aligns: true,
      takes: [
        target('target', 'class-indices'),
        prediction('output', 'logits'),
        ...lengths('target_length', 'output_length'),
        option('mask_index', 0),
      ],
      applies: 'softmax',
      axis: -1,
      reduction: 'none',
      source: 'keras 3.16.0, ops/nn.py',
    }),
    call(pkg, 'backend.ctc_batch_cost', {
      aligns: true,
      takes: [target('y_true', 'class-indices'), prediction('y_pred', 'distribution'), ...lengths('input_length', 'label_length')],
      applies: 'log',
      axis: -1,
      reduction: 'none',
      source: 'keras 3.16.0, legacy/backend.py',
    }),
  ]
}
