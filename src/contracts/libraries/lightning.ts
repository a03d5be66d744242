import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target } from '../parameters.js'
import { writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const metrics = writer('torchmetrics', 'torchmetrics, functional/regression/kl_divergence.py')

/** The library under one of its names. It has no loss: its modules are modules of PyTorch, applied by `forward`. */
function lightningAs(pkg: string): Framework {
  const modules = writer(pkg, `${pkg}, core/module.py`, 'LightningModule')
  return {
    package: pkg,
    imports: [`pypi:${pkg}`],
    globals: [],
    shorthand: pkg,
    roots: ['pytorch', 'core'],
    types: { LightningModule: { extends: 'torch#nn.Module', runs: 'forward' } },
    activations: {},
    lossNames: {},
    entries: [
      modules.entry('LightningModule', { makes: { type: 'LightningModule' } }),
      ...modules.inert(['log', 'log_dict', 'save_hyperparameters', 'print'].map((name) => `LightningModule.${name}`)),
    ],
  }
}

export const pytorchLightning = lightningAs('pytorch_lightning')
export const lightning = lightningAs('lightning')

type Facts = Parameters<typeof metrics.entry>[1]

/** The distribution of the data comes first, and rows are divided by their sums unless they are logarithms. */
function divergence(name: string, facts: Facts): Contract[] {
  const options = [option('log_prob', false), option('reduction', 'mean')]
  const logarithms = `${name}(log_prob=True)`
  const common: Facts = { axis: -1, reduction: 'mean', ...facts }
  return [
    metrics.entry(name, {
      ...common,
      takes: [target('p', 'distribution'), prediction('q', 'distribution'), ...options],
      applies: 'log',
      depends: { option: 'log_prob', on: { true: `torchmetrics#${logarithms}` } },
      silent: ['logits: they are divided by their sum'],
      raises: ['more or fewer than two axes: "Expected both p and q distribution to be 2D but got …"'],
    }),
    metrics.entry(logarithms, {
      ...common,
      takes: [target('p', 'log-probabilities'), prediction('q', 'log-probabilities'), ...options],
      applies: 'nothing',
    }),
  ]
}

/** torchmetrics: of its metrics one is a divergence. */
export const torchmetrics = overTorch({
  package: 'torchmetrics',
  imports: ['pypi:torchmetrics'],
  globals: [],
  shorthand: 'torchmetrics',
  activations: {},
  lossNames: {},
  entries: [...divergence('functional.kl_divergence', {}), ...divergence('KLDivergence', { criterion: true })],
})
