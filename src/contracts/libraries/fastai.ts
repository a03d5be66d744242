import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, weights } from '../parameters.js'
import { writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const losses = writer('fastai', 'fastai, fastai/losses.py')
const learners = writer('fastai', 'fastai, fastai/learner.py and fastai/vision/learner.py', 'Learner')
const engines = writer('ignite', 'ignite, ignite/engine/__init__.py', 'Engine')

type Facts = Parameters<typeof losses.entry>[1]

const criterion = (name: string, facts: Facts): Contract =>
  losses.entry(name, { criterion: true, axis: -1, aligns: true, reduction: 'mean', ...facts })

const flattened = 'shapes that differ: both sides are flattened, so [N] against [N, 1] is not refused'
const legacy = [option('size_average'), option('reduce')]

/** fastai: the losses of PyTorch, flattened. A name is found in whichever module it is imported from. */
export const fastai = overTorch({
  package: 'fastai',
  imports: ['pypi:fastai'],
  globals: [],
  shorthand: 'fastai',
  roots: ['losses', 'layers', 'learner', 'basics', 'vision', 'text', 'tabular', 'all'],
  parts: { nn: 'torch#nn', F: 'torch#nn.functional', torch: 'torch', tensor: 'torch#tensor', np: 'numpy' },
  moved: Object.fromEntries(['vision', 'text', 'tabular'].flatMap((name) => [`${name}.all`, `${name}.learner`].map((path) => [path, '']))),
  types: { Learner: {} },
  activations: {},
  lossNames: {},
  entries: [
    criterion('CrossEntropyLossFlat', {
      takes: [
        prediction('inp', 'logits'),
        target('targ', 'class-indices'),
        weights('weight'),
        option('size_average'),
        option('ignore_index', -100),
        option('reduce'),
        option('reduction', 'mean'),
        option('label_smoothing', 0),
        option('axis', -1),
      ],
      applies: 'softmax',
      axisOption: 'axis',
      ignoreIndex: -100,
      silent: ['probabilities as logits; get_preds then applies softmax once more'],
    }),
    criterion('BCEWithLogitsLossFlat', {
      takes: [
        prediction('inp', 'logits'),
        target('targ', 'probabilities'),
        weights('weight'),
        ...legacy,
        option('reduction', 'mean'),
        weights('pos_weight'),
      ],
      applies: 'sigmoid',
      axis: 'elementwise',
      silent: ['sigmoid outputs as logits', flattened],
    }),
    criterion('BCELossFlat', {
      takes: [
        prediction('inp', 'probabilities'),
        target('targ', 'probabilities'),
        weights('weight'),
        ...legacy,
        option('reduction', 'mean'),
      ],
      applies: 'log',
      axis: 'elementwise',
      silent: [flattened],
    }),
    ...['FocalLoss', 'FocalLossFlat'].map((name) =>
      criterion(name, {
        takes: [
          prediction('inp', 'logits'),
          target('targ', 'class-indices'),
          option('gamma', 2),
          weights('weight'),
          option('reduction', 'mean'),
        ],
        applies: 'softmax',
        axis: name === 'FocalLoss' ? 1 : -1,
        weighted: true,
      }),
    ),
    ...['LabelSmoothingCrossEntropy', 'LabelSmoothingCrossEntropyFlat'].map((name) =>
      criterion(name, {
        takes: [
          prediction('output', 'logits'),
          target('target', 'class-indices'),
          option('eps', 0.1),
          weights('weight'),
          option('reduction', 'mean'),
        ],
        applies: 'softmax',
        axis: name === 'LabelSmoothingCrossEntropy' ? 1 : -1,
        silent: ['probabilities as logits'],
      }),
    ),
    criterion('DiceLoss', {
      takes: [
        prediction('pred', 'logits'),
        target('targ', 'class-indices'),
        option('axis', 1),
        option('smooth'),
        option('reduction', 'sum'),
        option('square_in_union', false),
      ],
      applies: 'softmax',
      axis: 1,
      axisOption: 'axis',
      weighted: true,
      reduction: 'sum',
    }),
    learners.entry('Learner', {
      takes: [option('dls'), option('model'), option('loss_func')],
      trains: 'loss_func',
      makes: { type: 'Learner', wraps: 'model' },
    }),
    // The head may be the caller's own or end in a range, so what the model gives is not stated.
    ...['vision_learner', 'cnn_learner', 'unet_learner'].map((name) =>
      learners.entry(name, {
        takes: ['dls', 'arch', 'normalize', 'n_out', 'pretrained', 'weights', 'loss_func'].map((each) => option(each)),
        trains: 'loss_func',
        makes: { type: 'Learner' },
      }),
    ),
  ],
})

/** ignite: the loss is given together with the model. */
export const ignite: Framework = {
  package: 'ignite',
  imports: ['pypi:ignite'],
  globals: [],
  shorthand: 'ignite',
  types: { Engine: {} },
  activations: {},
  lossNames: {},
  entries: [
    engines.entry('engine.create_supervised_trainer', {
      takes: [option('model'), option('optimizer'), option('loss_fn')],
      trains: 'loss_fn',
      makes: { type: 'Engine', wraps: 'model' },
    }),
  ],
}
