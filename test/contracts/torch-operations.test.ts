import { describe, expect, it } from 'vitest'
import { type Contract, madeWith } from '../../src/contracts/contract.js'
import { createCatalog } from '../../src/contracts/index.js'
import { torch } from '../../src/contracts/torch.js'
import golden from './torch-operations.json' with { type: 'json' }

const signatures: Record<string, readonly (readonly string[])[]> = golden.signatures
const results: Record<string, Result> = golden.results
const methods: readonly string[] = golden.methods
const limited: Record<string, Result> = golden.limited
const kept: Record<string, { entries: boolean; rows: boolean }> = golden.kept
const catalog = createCatalog([])

type Result = Record<'low' | 'high' | 'sum' | 'logsumexp' | 'integers', number | string>

/** Names that the recorded version does not have yet. */
const newer = [
  ...['compile', 'nn.Module.compile', 'nn.RMSNorm', 'nn.utils.parametrizations.weight_norm', 'nn.Module.register_full_backward_pre_hook'],
  ...['nn.Module.register_state_dict_pre_hook', 'nn.Module.register_load_state_dict_pre_hook'],
]

const givenBy = (each: Contract) => each.gives ?? each.makes?.gives
const shown = (entries: readonly Contract[]) => entries.map((each) => [each.name, each] as const)

describe('names and parameters', () => {
  const named = torch.entries.filter((each) => !each.property && !each.name.includes('(') && !newer.includes(each.name))

  it.each(shown(named))('%s takes its arguments by the names and in the order of PyTorch', (name, each) => {
    expect(signatures).toHaveProperty([name])
    const takes = (each.criterion ? madeWith(each) : each.takes)
      .map((parameter) => parameter.name)
      .filter((parameter) => parameter !== 'self')
    const known = signatures[name]!
    if (takes.length > 0 && !known.some((signature) => fits(takes, signature))) expect(takes).toEqual(known)
  })

  it('no name is written that PyTorch lacks, or twice', () => {
    for (const name of newer) expect(signatures).not.toHaveProperty([name])
    const names = torch.entries.map((each) => each.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('every module has an entry, but for losses that are no cross-entropy and modules of which nothing can be said', () => {
    const missing = golden.modules.filter((name) => !catalog.lookup('torch', ['nn', name]))
    expect(missing).toEqual([
      ...['Container', 'CosineEmbeddingLoss', 'CrossMapLRN2d', 'Fold', 'GaussianNLLLoss', 'HingeEmbeddingLoss', 'HuberLoss', 'L1Loss'],
      ...['LPPool1d', 'LPPool2d', 'LocalResponseNorm', 'MSELoss', 'MarginRankingLoss', 'MultiLabelMarginLoss', 'MultiMarginLoss'],
      ...['PoissonNLLLoss', 'RNNBase', 'RNNCellBase', 'SmoothL1Loss', 'TripletMarginLoss', 'TripletMarginWithDistanceLoss'],
    ])
  })
})

/** Positional arguments are a beginning of the signature's, the others its keywords. `*size` stands for any number of them. */
function fits(takes: readonly string[], signature: readonly string[]): boolean {
  const star = signature.indexOf('*')
  const positional = star < 0 ? signature : signature.slice(0, star)
  const keywords = star < 0 ? [] : signature.slice(star + 1)
  const any = positional.findIndex((name) => name.startsWith('*'))
  return takes.every((name, index) => (any >= 0 && index >= any) || positional[index] === name || keywords.includes(name))
}

describe('methods', () => {
  it.each(['softmax', 'log_softmax', 'sigmoid', 'exp', 'log', 'argmax', 'unsqueeze', 'matmul', 'clamp', 'sum', 'gather', 'detach'])(
    '%s is one of tensors, too',
    (name) => {
      expect(methods).toContain(name)
      expect(catalog.method('torch', 'Tensor', name)?.name).toBe(name)
    },
  )

  it('the operations that are none make or join tensors, or are written as functions only', () => {
    const functions = torch.entries.filter(({ name, takes }) => !name.includes('.') && takes[0]?.role === 'value')
    const none = functions.map((each) => each.name).filter((name) => !methods.includes(name) && !newer.includes(name))
    expect(none.sort()).toEqual(
      [
        ...['alpha_dropout', 'as_tensor', 'asarray', 'atleast_1d', 'atleast_2d', 'atleast_3d', 'cat', 'celu', 'celu_'],
        ...[
          'column_stack',
          'concat',
          'concatenate',
          'dropout',
          'dropout_',
          'dstack',
          'empty_like',
          'feature_dropout',
          'from_numpy',
          'full_like',
        ],
        ...['hstack', 'ones_like', 'rand_like', 'randint_like', 'randn_like', 'row_stack', 'rrelu', 'rrelu_', 'selu', 'selu_', 'stack'],
        ...['tensor', 'tensordot', 'threshold', 'threshold_', 'vstack', 'zeros_like'],
      ].sort(),
    )
  })

  it('modules and made losses give themselves when they are moved', () => {
    for (const type of ['nn.Module', 'nn.Sequential', 'nn.CrossEntropyLoss', 'nn.KLDivLoss'])
      for (const method of ['to', 'cuda', 'eval']) expect(catalog.method('torch', type, method)?.gives).toBe('itself')
    expect(catalog.runs('torch', 'nn.Sequential')).toBe('forward')
  })

  it('a method whose arguments are not those of the function has its own entry', () => {
    for (const name of ['reshape', 'where']) expect(catalog.method('torch', 'Tensor', name)?.name).toBe(`Tensor.${name}`)
  })
})

describe('kinds', () => {
  const judged = ['distribution', 'log-probabilities', 'probabilities', 'one-hot', 'class-indices']
  const several = torch.entries.filter((each) => judged.includes(givenBy(each) ?? ''))

  it.each(shown(several))('%s gives its kind', (name, each) => {
    const { low, high, sum, logsumexp, integers } = results[name]!
    const kind = givenBy(each)
    if (kind === 'log-probabilities') {
      expect(high).toBeLessThanOrEqual(0)
      expect(logsumexp).toBeCloseTo(0, 5)
      return
    }
    expect(low).toBeGreaterThanOrEqual(0)
    if (kind !== 'class-indices') expect(high).toBeLessThanOrEqual(1)
    if (kind === 'distribution' || kind === 'one-hot') expect(sum).toBeCloseTo(0, 5)
    else expect(sum).toBeGreaterThan(0.1)
    if (kind === 'one-hot' || kind === 'class-indices') expect(integers).toBe(0)
  })

  it.each(shown(torch.entries.filter((each) => each.bounded)))('%s is confined to its interval, and fills it', (name, each) => {
    const { low, high } = results[name]!
    const [from, to] = each.bounded!
    expect(low).toBeGreaterThanOrEqual(from)
    expect(high).toBeLessThanOrEqual(to)
    expect(low).toBeLessThan(from + 1e-3)
    expect(high).toBeGreaterThan(Number.isFinite(to) ? to - 1e-3 : 500)
  })

  it('elementwise log-sigmoids are no log-probabilities of classes', () => {
    for (const name of ['nn.functional.logsigmoid', 'nn.LogSigmoid']) {
      expect(results[name]!.high).toBeLessThanOrEqual(0)
      expect(results[name]!.logsumexp).toBeGreaterThan(0.5)
      expect(givenBy(catalog.lookup('torch', name.split('.'))!)).toBeUndefined()
    }
  })
})

describe('limits', () => {
  const cutting = torch.entries.filter(({ gives }) => gives === 'between' || gives === 'at-least' || gives === 'at-most')
  const named = cutting.filter(({ name }) => name.startsWith('cl'))

  it('are all recorded, but for those of another tensor', () => {
    expect(cutting.filter((each) => !named.includes(each)).map(({ name }) => name)).toEqual(['maximum', 'minimum'])
    expect(Object.keys(limited).sort()).toEqual(named.map(({ name }) => name).sort())
  })

  it.each(shown(named))('%s cuts off at -1, at 2, or at both', (name, { gives, takes }) => {
    const { low, high } = limited[name]!
    expect(takes.slice(1).map((each) => each.name)).toEqual(
      { between: ['min', 'max'], 'at-least': ['min'], 'at-most': ['max'] }[gives as string],
    )
    if (gives === 'at-most') expect(low).toBeLessThan(-500)
    else expect(low).toBe(-1)
    if (gives === 'at-least') expect(high).toBeGreaterThan(500)
    else expect(high).toBe(2)
  })
})

it('several numbers are one shape where PyTorch takes any number of arguments, and a keyword of the same name', () => {
  const rest = torch.entries.filter(({ takes }) => takes.some((each) => each.rest))
  expect(rest.map(({ name }) => name)).toEqual(Object.keys(golden.shapes))
  for (const { name, takes } of rest) {
    expect(signatures[name]?.some(([first]) => first?.startsWith('*'))).toBe(true)
    expect(golden.shapes).toHaveProperty([name], takes.find((each) => each.rest)?.name)
  }
})

describe('what keeps rows', () => {
  it.each(Object.entries(kept))('%s', (name, { entries, rows }) => {
    const each = torch.entries.find((entry) => entry.name === name)!
    expect(givenBy(each) ?? each.makes?.wraps).toMatch(/^(?:itself|same|module)$/)
    // Interpolation makes more rows, lists of Python hold what JSON could; flattened rows are told from no shape.
    expect(entries || rows).toBe(true)
    if (each.classes !== null && each.makes?.units !== null) expect(rows).toBe(true)
  })
})
