import type { Contract, Made } from '../contract.js'
import { option, prediction, required, target, value } from '../parameters.js'
import { writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const pkg = 'transformers'
const losses = writer(pkg, 'transformers, loss/loss_utils.py')
const models = writer(pkg, 'transformers, modeling_outputs.py and models')
const accelerators = writer('accelerate', 'accelerate, accelerator.py')

type Facts = Parameters<typeof losses.entry>[1]

const counted = option('num_items_in_batch')
const ignored = option('ignore_index', -100)
const size = required(option('vocab_size'))
const config = required(option('config'))

const crossEntropy = (name: string, facts: Facts): Contract =>
  losses.entry(`loss.loss_utils.${name}`, { applies: 'softmax', axis: -1, reduction: 'mean', ignoreIndex: -100, ...facts })

const tokens = [prediction('logits', 'logits'), target('labels', 'class-indices')]

/** Architectures whose classes are named after them: `BertForSequenceClassification`. */
const architectures = [
  ...['Bert', 'Roberta', 'XLMRoberta', 'DistilBert', 'Albert', 'Electra', 'Deberta', 'DebertaV2', 'Camembert', 'Longformer', 'BigBird'],
  ...['XLNet', 'MPNet', 'GPT2', 'GPTNeo', 'Bart', 'T5', 'Llama', 'Mistral', 'Gemma', 'Qwen2', 'ModernBert'],
]

const heads = ['SequenceClassification', 'TokenClassification']

const unnumbered = ['MaskedLM', 'CausalLM', 'MultipleChoice', 'NextSentencePrediction', 'Seq2SeqLM']

/** A model's output holds its scores as `logits`, and is taken for them; whether it has a loss too is left open. */
function pretrained(name: string, made: Partial<Made>): Contract {
  return models.entry(`${name}.from_pretrained`, {
    takes: [option('pretrained_model_name_or_path'), option('num_labels')],
    makes: { type: 'PreTrainedModel', gives: 'logits', ...made },
  })
}

const numbered: Partial<Made> = { units: 'num_labels' }

/** transformers for Python: models compute their loss when they are given labels, and their scores are always raw. */
export const pythonTransformers = overTorch({
  package: pkg,
  imports: [`pypi:${pkg}`],
  globals: [],
  shorthand: pkg,
  types: { PreTrainedModel: { extends: 'torch#nn.Module' } },
  activations: {},
  lossNames: {},
  entries: [
    crossEntropy('fixed_cross_entropy', {
      takes: [prediction('source', 'logits'), target('target', 'class-indices'), counted, ignored],
    }),
    crossEntropy('ForCausalLMLoss', {
      takes: [...tokens, size, counted, ignored, option('shift_labels')],
      silent: ['probabilities as logits', 'labels that are shifted already: they are shifted once more'],
    }),
    crossEntropy('ForMaskedLMLoss', { takes: [...tokens, size, counted, ignored] }),
    crossEntropy('ForTokenClassification', { takes: [...tokens, config] }),
    // The type of the labels picks the loss: integers the cross-entropy, floats the binary one; a single score is squared error.
    crossEntropy('ForSequenceClassificationLoss', {
      takes: [target('labels', 'class-indices', 'probabilities'), prediction('pooled_logits', 'logits'), config],
      applies: 'activation',
      ignoreIndex: undefined,
      silent: ['probabilities as logits', 'labels of another type than meant: they pick another loss'],
    }),
    ...['AutoModelForSequenceClassification', 'AutoModelForTokenClassification', 'AutoModelForImageClassification'].map((name) =>
      pretrained(name, numbered),
    ),
    ...['AutoModelForAudioClassification', 'AutoModelForVideoClassification', 'ViTForImageClassification'].map((name) =>
      pretrained(name, numbered),
    ),
    ...architectures.flatMap((name) => heads.map((head) => pretrained(`${name}For${head}`, numbered))),
    ...unnumbered.map((head) => pretrained(`AutoModelFor${head}`, {})),
    ...['classifier', 'score', 'lm_head', 'cls', 'out_proj', 'head'].map((name) =>
      models.entry(`PreTrainedModel.${name}`, { property: true, gives: 'applied' }),
    ),
    models.entry('PreTrainedModel.forward', { takes: [value('input_ids')], gives: 'applied' }),
    models.entry('Tensor.logits', { takes: [value('self')], gives: 'itself', property: true }),
  ],
})

/** accelerate: what is gathered from all processes is of the kind that each holds. */
export const accelerate = overTorch({
  package: 'accelerate',
  imports: ['pypi:accelerate'],
  globals: [],
  shorthand: 'accelerate',
  types: { Accelerator: {} },
  activations: {},
  lossNames: {},
  entries: [
    accelerators.entry('Accelerator', { makes: { type: 'Accelerator' } }),
    accelerators.entry('Accelerator.prepare', { means: 'arguments' }),
    accelerators.entry('Accelerator.prepare_model', { takes: [value('model')], gives: 'itself' }),
    accelerators.entry('Accelerator.unwrap_model', { takes: [value('model')], gives: 'itself' }),
    accelerators.entry('Accelerator.gather', { takes: [value('tensor')], gives: 'same' }),
    accelerators.entry('Accelerator.gather_for_metrics', { takes: [value('input_data')], gives: 'same' }),
    ...accelerators.inert(['Accelerator.backward', 'Accelerator.clip_grad_norm_', 'Accelerator.wait_for_everyone']),
  ],
})
