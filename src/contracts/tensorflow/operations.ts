import type { Kind } from '../../kinds.js'
import { type Computation, type Contract, call, type Parameter, type Transfer } from '../contract.js'
import { option, value } from '../parameters.js'

const pkg = 'tensorflow'
const source = 'tensorflow, tools/api/golden'

type Facts = Partial<Contract>

const entry = (name: string, facts: Facts): Contract => call(pkg, name, { takes: [], source, ...facts })

/** Operations of which the first parameter is the value; the rest are options. */
function each(names: readonly string[], takes: string, gives: Kind | Transfer | undefined, facts: Facts = {}): Contract[] {
  const [first, ...others] = takes.split(' ') as [string, ...string[]]
  return names.map((name) =>
    entry(name, { takes: [value(first), ...others.map((other) => option(other))], ...(gives && { gives }), ...facts }),
  )
}

const pairs = (names: readonly string[], gives: Kind | Transfer, facts: Facts = {}): Contract[] =>
  names.map((name) => entry(name, { takes: [value('x'), value('y'), option('name')], gives, ...facts }))

const computing = (names: readonly string[], computes: Computation, takes: readonly Parameter[]): Contract[] =>
  names.map((name) => entry(name, { takes, computes }))

const shaped = (names: readonly string[], takes: string, facts: Facts = {}): Contract[] => {
  const [first] = takes.split(' ') as [string]
  return names.map((name) => entry(name, { takes: takes.split(' ').map((each) => option(each)), gives: 'shape', classes: first, ...facts }))
}

/** What stands in the library itself, and in one of its modules again. */
const within = (module: string, ...names: string[]): string[] => names.flatMap((name) => [name, `${module}.${name}`])
const math = (...names: string[]) => within('math', ...names)

const confined = (names: readonly string[], takes: string, low: number, high: number) =>
  each(names, takes, 'affine', { bounded: [low, high] })

const scores = [value('logits', 'logits'), option('axis', -1), option('name')]
const normalising: Facts = { takes: scores, axis: -1, axisOption: 'axis' }
const reduced = [value('input_tensor'), option('axis'), option('keepdims'), option('name')]

/** Operations that give a kind or hand one on, and those of which losses are written; every other gives an unknown value. */
export const operations: readonly Contract[] = [
  // Activations.
  ...['nn.softmax', 'math.softmax'].map((name) => entry(name, { ...normalising, gives: 'distribution', computes: 'softmax' })),
  ...['nn.log_softmax', 'math.log_softmax'].map((name) =>
    entry(name, { ...normalising, gives: 'log-probabilities', computes: 'log-softmax' }),
  ),
  ...['sigmoid', 'nn.sigmoid', 'math.sigmoid'].map((name) =>
    entry(name, { takes: [value('x', 'logits'), option('name')], gives: 'probabilities', axis: 'elementwise' }),
  ),
  ...computing(math('log_sigmoid'), 'log-sigmoid', [value('x'), option('name')]),
  ...confined(['nn.relu'], 'features name', 0, Infinity),
  ...confined(['nn.relu6'], 'features name', 0, 6),
  ...confined(['tanh', 'nn.tanh', 'math.tanh'], 'x name', -1, 1),
  ...confined(['nn.softsign', 'math.softsign'], 'features name', -1, 1),
  ...confined(['nn.softplus', 'math.softplus'], 'features name', 0, Infinity),
  ...confined(['nn.elu'], 'features name', -1, Infinity),
  ...confined(['nn.selu'], 'features name', -1.7582, Infinity),
  ...confined(['nn.gelu'], 'features approximate name', -0.1701, Infinity),
  ...confined(['nn.silu', 'nn.swish'], 'features beta', -0.2785, Infinity),
  ...each(['nn.leaky_relu'], 'features alpha name', 'affine'),
  ...each(math('log'), 'x name', 'log', { computes: 'log' }),
  ...each(math('exp'), 'x name', 'exp', { computes: 'exp' }),
  ...computing(math('reduce_logsumexp'), 'log-sum-exp', reduced),

  // Literal and random data. Zeros, ones and uniform numbers may stand for anything.
  ...each(['constant'], 'value dtype shape name', 'tensor'),
  ...each(['convert_to_tensor'], 'value dtype dtype_hint name', 'tensor'),
  ...each(['Variable'], 'initial_value trainable', 'shape', { learnt: true }),
  entry('get_variable', { takes: [option('name'), option('shape'), option('dtype')], gives: 'shape', classes: 'shape', learnt: true }),
  entry('placeholder', { takes: [option('dtype'), option('shape'), option('name')], gives: 'shape', classes: 'shape' }),
  ...shaped(['ones'], 'shape dtype name', { computes: 'ones' }),
  ...shaped(['zeros'], 'shape dtype name'),
  ...shaped(['fill'], 'dims value name'),
  ...shaped(['random.uniform', 'random_uniform'], 'shape minval maxval dtype seed name'),
  ...each(['ones_like'], 'input dtype name', 'shape', { computes: 'ones' }),
  ...each(['zeros_like'], 'input dtype name', 'shape'),
  ...shaped(['random.normal', 'random.truncated_normal', 'random_normal', 'truncated_normal'], 'shape mean stddev dtype seed name', {
    gives: 'logits',
  }),

  // Classes.
  entry('one_hot', {
    takes: [value('indices', 'class-indices'), ...['depth', 'on_value', 'off_value', 'axis', 'dtype', 'name'].map((name) => option(name))],
    gives: 'one-hot',
    axis: -1,
    axisOption: 'axis',
    classes: 'depth',
    classesUnless: 'axis',
  }),
  ...each(['eye', 'linalg.eye'], 'num_rows num_columns batch_shape dtype name', 'one-hot'),
  ...each(math('argmax', 'argmin'), 'input axis output_type name', 'class-indices', { axis: 0, axisOption: 'axis' }),
  ...each(['random.categorical', 'multinomial'], 'logits num_samples', 'class-indices'),

  // Products with weights: any real number.
  ...['matmul', 'linalg.matmul'].map((name) =>
    entry(name, {
      takes: [value('a'), value('b'), option('transpose_a', false), option('transpose_b', false)],
      gives: 'logits',
      classes: 'b',
      classesUnless: 'transpose_b',
    }),
  ),
  entry('tensordot', { takes: [value('a'), value('b'), option('axes')], gives: 'logits' }),
  ...['einsum', 'linalg.einsum'].map((name) => entry(name, { takes: [option('equation'), value('a'), value('b')], gives: 'logits' })),
  entry('nn.xw_plus_b', { takes: [value('x'), option('weights'), option('biases')], gives: 'logits', classes: 'weights' }),
  ...['nn.conv1d', 'nn.conv2d', 'nn.conv3d', 'nn.conv2d_transpose', 'nn.convolution', 'nn.atrous_conv2d'].map((name) =>
    entry(name, { takes: [value('input'), option('filters')], gives: 'logits' }),
  ),
  ...['nn.depthwise_conv2d', 'nn.separable_conv2d'].map((name) =>
    entry(name, { takes: [value('input'), option('filter')], gives: 'logits' }),
  ),
  ...each(['nn.batch_normalization'], 'x mean variance offset scale', 'logits'),

  // Sums and scalings.
  ...pairs(math('add'), 'affine', { computes: 'sum' }),
  ...pairs(math('subtract'), 'affine', { computes: 'difference' }),
  ...pairs(math('multiply'), 'affine', { computes: 'product' }),
  ...pairs(math('divide', 'truediv'), 'affine', { computes: 'quotient' }),
  ...pairs(['div', 'realdiv', 'div_no_nan', 'math.divide_no_nan'], 'affine', { computes: 'quotient' }),
  ...pairs(['sub'], 'affine', { computes: 'difference' }),
  ...pairs(['mul'], 'affine', { computes: 'product' }),
  ...each([...math('negative'), 'neg'], 'x name', 'affine', { computes: 'negation' }),
  ...each(math('add_n'), 'inputs name', 'affine', { computes: 'sum' }),
  entry('nn.bias_add', { takes: [value('value'), value('bias')], gives: 'affine', computes: 'sum' }),
  ...pairs(math('maximum'), 'at-least'),
  ...pairs(math('minimum'), 'at-most'),

  // Values of unknown kind, of which formulas are made.
  ...computing(math('reduce_sum'), 'total', reduced),
  ...computing(math('reduce_mean'), 'average', reduced),
  ...computing(['where'], 'choice', [value('condition'), value('x'), value('y')]),

  // The same entries and the same rows.
  ...each(['identity', 'stop_gradient'], 'input name', 'itself'),
  ...each(['cast', 'saturate_cast'], 'x dtype name', 'itself'),
  ...each(['to_float', 'to_double', 'to_int32', 'to_int64'], 'x name', 'itself'),
  ...each(['reshape'], 'tensor shape name', 'same', { classes: 'shape' }),
  ...each(['broadcast_to'], 'input shape name', 'same', { classes: 'shape' }),
  ...each(['ensure_shape'], 'x shape name', 'same', { classes: 'shape' }),
  ...each(['expand_dims', 'squeeze'], 'input axis name', 'same', { classes: null }),
  ...each(['clip_by_value'], 't clip_value_min clip_value_max name', 'same'),
  ...each(['reverse'], 'tensor axis name', 'same'),
  ...each(['nn.dropout'], 'x rate noise_shape seed name', 'same'),

  // Some of the entries, or all of them with the class axis perhaps moved.
  ...each(['transpose'], 'a perm', 'part'),
  ...each(['slice'], 'input_ begin size name', 'part'),
  ...each(['strided_slice'], 'input_ begin end strides', 'part'),
  ...each(['gather'], 'params indices validate_indices axis batch_dims', 'part', { computes: 'pick' }),
  ...each(['gather_nd'], 'params indices batch_dims name', 'part', { computes: 'pick' }),
  ...each(['boolean_mask'], 'tensor mask axis name', 'part', { computes: 'pick' }),
  ...each(['nn.embedding_lookup'], 'params ids', 'part'),
  ...each(['split'], 'value num_or_size_splits axis', 'part'),
  ...each(['unstack'], 'value num axis name', 'part'),
  ...each(['tile'], 'input multiples name', 'part'),
  ...each(['pad'], 'tensor paddings mode', 'part'),
  ...each(['image.resize'], 'images size method', 'part'),
  ...each(['nn.max_pool', 'nn.avg_pool', 'nn.max_pool2d', 'nn.avg_pool2d'], 'input ksize strides padding', 'part'),

  // Several values side by side.
  ...each(['concat'], 'values axis name', 'stack'),
  ...each(['stack'], 'values axis name', 'stack'),

  // What values pass through: compiled functions, sessions, methods.
  ...each(['function'], 'func input_signature', 'itself'),
  ...['Session', 'InteractiveSession'].map((name) => entry(name, { makes: { type: 'Session' } })),
  ...each(['Session.run'], 'fetches feed_dict', 'itself'),
  ...each(['Tensor.numpy', 'Tensor.eval'], 'this option', 'itself'),
  ...['Tensor.set_shape', 'Tensor.get_shape'].map((name) => entry(name, {})),
]
