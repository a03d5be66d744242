import type { Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import { entries, functions, modules, named } from './entries.js'

const scores = value('input', 'logits')
/** Along `dim`. Without it, PyTorch warns and takes axis 0 for inputs of 0, 1 or 3 axes, else axis 1. */
const alongDim = { axisOption: 'dim', axisByRank: [0, 0, 1, 0, 1] } as const
const none = Number.POSITIVE_INFINITY

const normalising: readonly Contract[] = [
  ...entries(['softmax', 'special.softmax'], {
    takes: [scores, option('dim', null), option('dtype')],
    gives: 'distribution',
    computes: 'softmax',
    ...alongDim,
  }),
  ...entries(['nn.functional.softmax'], {
    takes: [scores, option('dim', null), ...named('_stacklevel dtype')],
    gives: 'distribution',
    computes: 'softmax',
    ...alongDim,
  }),
  ...entries(['log_softmax', 'special.log_softmax'], {
    takes: [scores, option('dim', null), option('dtype')],
    gives: 'log-probabilities',
    computes: 'log-softmax',
    ...alongDim,
  }),
  ...entries(['nn.functional.log_softmax'], {
    takes: [scores, option('dim', null), ...named('_stacklevel dtype')],
    gives: 'log-probabilities',
    computes: 'log-softmax',
    ...alongDim,
  }),
  ...entries(['nn.functional.softmin'], {
    takes: [scores, option('dim', null), ...named('_stacklevel dtype')],
    gives: 'distribution',
    ...alongDim,
  }),
  ...entries(['nn.functional.gumbel_softmax'], {
    takes: [value('logits', 'logits'), option('tau', 1), option('hard', false), option('eps', 1e-10), option('dim', -1)],
    gives: 'distribution',
    axis: -1,
    axisOption: 'dim',
  }),
  ...modules(['nn.Softmax'], { gives: 'distribution' }, '', { takes: [option('dim', null)], ...alongDim, computes: 'softmax' }),
  ...modules(['nn.Softmin'], { gives: 'distribution' }, '', { takes: [option('dim', null)], ...alongDim }),
  ...modules(['nn.Softmax2d'], { gives: 'distribution' }, '', { axis: -3, ranks: [3, 4] }),
  ...modules(['nn.LogSoftmax'], { gives: 'log-probabilities' }, '', {
    takes: [option('dim', null)],
    ...alongDim,
    computes: 'log-softmax',
  }),
]

/** The rows of elementwise log-sigmoids are not normalised, so they are no log-probabilities of classes. */
const elementwise: readonly Contract[] = [
  ...entries(['sigmoid', 'sigmoid_', 'special.expit', 'nn.functional.sigmoid'], {
    takes: [scores],
    gives: 'probabilities',
    axis: 'elementwise',
  }),
  ...entries(['nn.functional.hardsigmoid'], {
    takes: [scores, option('inplace', false)],
    gives: 'probabilities',
    axis: 'elementwise',
  }),
  ...modules(['nn.Sigmoid'], { gives: 'probabilities' }, '', { axis: 'elementwise' }),
  ...modules(['nn.Hardsigmoid'], { gives: 'probabilities' }, 'inplace', { axis: 'elementwise' }),
  ...entries(['nn.functional.logsigmoid'], { takes: [value('input')], computes: 'log-sigmoid' }),
  ...modules(['nn.LogSigmoid'], {}, '', { computes: 'log-sigmoid' }),
]

/** Intervals that no option moves. Those that are no round number are rounded outwards. */
const confined: readonly Contract[] = [
  ...within(0, none, ['relu', 'relu_', 'nn.functional.relu_'], '', [], ''),
  ...within(0, none, ['nn.functional.relu'], 'inplace', ['nn.ReLU'], 'inplace'),
  ...within(0, 6, ['nn.functional.relu6'], 'inplace', ['nn.ReLU6'], 'inplace'),
  ...within(0, none, ['nn.functional.softplus'], 'beta threshold', ['nn.Softplus'], 'beta threshold'),
  ...within(-1, 1, ['tanh', 'tanh_', 'nn.functional.tanh', 'nn.functional.softsign'], '', ['nn.Tanh', 'nn.Softsign'], ''),
  ...within(-1.7582, none, ['selu', 'selu_'], '', [], ''),
  ...within(-1.7582, none, ['nn.functional.selu'], 'inplace', ['nn.SELU'], 'inplace'),
  ...within(-0.1701, none, ['nn.functional.gelu'], 'approximate', ['nn.GELU'], 'approximate'),
  ...within(-0.2785, none, ['nn.functional.silu'], 'inplace', ['nn.SiLU'], 'inplace'),
  ...within(-0.3089, none, ['nn.functional.mish'], 'inplace', ['nn.Mish'], 'inplace'),
  ...within(-0.375, none, ['nn.functional.hardswish'], 'inplace', ['nn.Hardswish'], 'inplace'),
]

/** No limit, or limits that an option sets: scores stay scores. */
const free: readonly Contract[] = [
  ...functions(['nn.functional.leaky_relu'], 'affine', 'negative_slope inplace'),
  ...functions(['nn.functional.leaky_relu_'], 'affine', 'negative_slope'),
  ...functions(['prelu', 'nn.functional.prelu'], 'affine', 'weight'),
  ...functions(['rrelu', 'rrelu_', 'nn.functional.rrelu_'], 'affine', 'lower upper training'),
  ...functions(['nn.functional.rrelu'], 'affine', 'lower upper training inplace'),
  ...functions(['celu', 'celu_', 'nn.functional.elu_', 'nn.functional.celu_'], 'affine', 'alpha'),
  ...functions(['nn.functional.elu', 'nn.functional.celu'], 'affine', 'alpha inplace'),
  ...functions(['nn.functional.hardtanh'], 'affine', 'min_val max_val inplace'),
  ...functions(['nn.functional.hardtanh_'], 'affine', 'min_val max_val'),
  ...functions(['threshold', 'threshold_', 'nn.functional.threshold_'], 'affine', 'threshold value'),
  ...functions(['nn.functional.threshold'], 'affine', 'threshold value inplace'),
  ...functions(['hardshrink', 'nn.functional.hardshrink', 'nn.functional.softshrink'], 'affine', 'lambd'),
  ...functions(['nn.functional.tanhshrink'], 'affine', ''),
  ...modules(['nn.LeakyReLU'], { gives: 'affine' }, 'negative_slope inplace'),
  ...modules(['nn.PReLU'], { gives: 'affine' }, 'num_parameters init device dtype'),
  ...modules(['nn.RReLU'], { gives: 'affine' }, 'lower upper inplace'),
  ...modules(['nn.ELU', 'nn.CELU'], { gives: 'affine' }, 'alpha inplace'),
  ...modules(['nn.Hardtanh'], { gives: 'affine' }, 'min_val max_val inplace'),
  ...modules(['nn.Threshold'], { gives: 'affine' }, 'threshold value inplace'),
  ...modules(['nn.Hardshrink', 'nn.Softshrink'], { gives: 'affine' }, 'lambd'),
  ...modules(['nn.Tanhshrink'], { gives: 'affine' }, ''),
]

/** None of them changes the shape. */
export const activations: readonly Contract[] = [...normalising, ...elementwise, ...confined, ...free].map((each) => ({
  ...each,
  shape: 'same',
}))

function within(
  low: number,
  high: number,
  names: readonly string[],
  options: string,
  classes: readonly string[],
  made: string,
): Contract[] {
  const bounded = [low, high] as const
  return [...functions(names, 'affine', options, { bounded }), ...modules(classes, { gives: 'affine' }, made, { bounded })]
}
