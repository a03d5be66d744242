import { beforeAll, describe, expect, it } from 'vitest'
import { defaultConfig, type ResolvedConfig } from '../../src/config/config.js'
import type { FingerprintKey } from '../../src/fingerprint.js'
import { loadParser } from '../../src/frontends/python/parse.js'
import { type LintOptions, lint } from '../../src/lint.js'
import type { Report } from '../../src/report.js'

beforeAll(loadParser)

const fault = 'probabilities-as-logits'
const py = (body: string) => `import torch
import torch.nn as nn
import torch.nn.functional as F
def f(x, w, y):
${body
  .split('\n')
  .map((line) => `    ${line}\n`)
  .join('')}`
const wrong = 'F.cross_entropy(F.softmax(x @ w, dim=1), y)'
const right = 'F.cross_entropy(nn.Linear(4, 10)(x), y)'
const ts = (body: string) => `import * as tf from '@tensorflow/tfjs'
export function step(x: tf.Tensor2D, y: tf.Tensor2D) {
${body}
}
`

function linted(files: Record<string, string>, more: Partial<LintOptions> = {}, config: Partial<ResolvedConfig> = {}): Report {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
  return lint({ files: sources, ...more, config: { ...defaultConfig, ...config } })
}

function entriesOf({ suppressed }: Report): FingerprintKey[] {
  return suppressed.flatMap(({ suppressions }) => suppressions.flatMap((each) => (each.kind === 'baseline' ? each.entry : [])))
}

function baselineOf(files: Record<string, string>, more: Partial<LintOptions> = {}, config: Partial<ResolvedConfig> = {}) {
  return entriesOf(linted(files, { suppress: () => true, ...more }, config))
}

function short({ findings, suppressed, unneeded = [] }: Report) {
  return { reported: findings.length, suppressed: suppressed.length, unneeded: unneeded.length }
}

describe('an entry', () => {
  it('names rule, file, function, loss and number, and nothing that rewording or moving changes', () => {
    expect(baselineOf({ 'a.py': py(`a = ${wrong}\nb = ${wrong}`) })).toEqual(
      [0, 1].map((ordinal) => ({ rule: fault, file: 'a.py', within: 'f', callee: 'torch#nn.functional.cross_entropy', ordinal })),
    )
  })

  it.each<[string, string, string]>([
    ['moved lines', py(`return ${wrong}`), `# one\n# two\n\n${py(`z = 1\n\nreturn ${wrong}`)}`],
    [
      'renamed locals',
      py(`p = F.softmax(x @ w, 1)\nreturn F.cross_entropy(p, y)`),
      py(`q = F.softmax(x @ w, 1)\nreturn F.cross_entropy(q, y)`),
    ],
    [
      'a renamed loss',
      py(`criterion = nn.CrossEntropyLoss()\nreturn criterion(F.softmax(x @ w, 1), y)`),
      py(`loss_fn = nn.CrossEntropyLoss()\nreturn loss_fn(F.softmax(x @ w, 1), y)`),
    ],
    ['another name for the module', py(`return ${wrong}`), py(`return ${wrong}`).replaceAll('as F', 'as fn').replaceAll('F.', 'fn.')],
    [
      'reformatting',
      py(`return ${wrong}`),
      py('return F.cross_entropy(\n    F.softmax(\n        x @ w,\n        dim=1,\n    ),\n    y,\n)'),
    ],
  ])('survives %s in Python', (_, before, after) => {
    const baseline = baselineOf({ 'a.py': before })
    expect(baseline).toHaveLength(1)
    expect(short(linted({ 'a.py': after }, { baseline }))).toEqual({ reported: 0, suppressed: 1, unneeded: 0 })
  })

  it.each<[string, string]>([
    ['moved lines', `// first\n\n${ts('  const p = tf.softmax(x)\n\n  return tf.losses.softmaxCrossEntropy(y, p)')}`],
    ['renamed locals', ts('  const q = tf.softmax(x)\n  return tf.losses.softmaxCrossEntropy(y, q)')],
    ['reformatting', ts('  const p = tf\n    .softmax(x)\n  return tf.losses\n    .softmaxCrossEntropy(\n      y,\n      p,\n    )')],
  ])('survives %s in TypeScript', (_, after) => {
    const baseline = baselineOf({ 'a.ts': ts('  const p = tf.softmax(x)\n  return tf.losses.softmaxCrossEntropy(y, p)') })
    expect(baseline).toHaveLength(1)
    expect(short(linted({ 'a.ts': after }, { baseline }))).toEqual({ reported: 0, suppressed: 1, unneeded: 0 })
  })

  it('hides neither another function, another loss, another file nor one more of the same', () => {
    const baseline = baselineOf({ 'a.py': py(`return ${wrong}`) })
    const source = py(`return ${wrong}`)
    expect(linted({ 'a.py': `${source}\ndef g(x, w, y):\n    return ${wrong}\n` }, { baseline }).findings).toMatchObject([
      { at: { line: 8 } },
    ])
    expect(short(linted({ 'a.py': py(`return ${wrong} + ${wrong}`) }, { baseline }))).toMatchObject({ reported: 1, suppressed: 1 })
    expect(short(linted({ 'a.py': source, 'b.py': source }, { baseline }))).toMatchObject({ reported: 1, suppressed: 1 })
    const other = source.replace('F.cross_entropy(', 'nn.CrossEntropyLoss()(')
    expect(short(linted({ 'a.py': other }, { baseline }))).toEqual({ reported: 1, suppressed: 0, unneeded: 1 })
  })

  it('covers warnings, and findings about comments', () => {
    const files = { 'a.py': `${py(`return F.cross_entropy(F.relu(nn.Linear(4, 10)(x)), y)`)}# ce-lint-disable-next-line ${fault}\n` }
    expect(linted(files).findings.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
    expect(short(linted(files, { baseline: baselineOf(files) }))).toEqual({ reported: 0, suppressed: 2, unneeded: 0 })
  })

  it('is as good as a comment for its use, and keeps the finding in the report', () => {
    const files = { 'a.py': py(`return ${wrong}`) }
    const { uses, suppressed, summary } = linted(files, { baseline: baselineOf(files) })
    expect(uses).toMatchObject([{ verdict: 'finding', suppressed: true }])
    expect(suppressed).toMatchObject([{ rule: fault, suppressions: [{ kind: 'baseline', entry: { within: 'f' } }] }])
    expect(summary).toMatchObject({ suppressed: 1, findings: { error: 0 } })
  })

  it('is not made for what a comment silences', () => {
    expect(baselineOf({ 'a.py': py(`return ${wrong}  # ce-lint-disable-line ${fault}`) })).toEqual([])
  })
})

describe('an entry without a finding', () => {
  const before = { 'a.py': py(`return ${wrong}`) }
  const fixed = { 'a.py': py(`return ${right}`) }
  const baseline: FingerprintKey[] = [{ rule: fault, file: 'a.py', within: 'f', callee: 'torch#nn.functional.cross_entropy', ordinal: 0 }]
  const unneeded = (...args: Parameters<typeof linted>) => linted(...args).unneeded ?? []

  it('is told of', () => {
    expect(baselineOf(before)).toEqual(baseline)
    expect(unneeded(before, { baseline })).toEqual([])
    expect(unneeded(fixed, { baseline })).toEqual(baseline)
    expect(linted(before, { baseline })).not.toHaveProperty('unneeded')
  })

  it('is needed while its rule does not run, and not when there is no such rule', () => {
    expect(unneeded(fixed, { baseline }, { only: ['swapped-arguments'] })).toEqual([])
    expect(unneeded(fixed, { baseline }, { skip: [fault] })).toEqual([])
    expect(unneeded(fixed, { baseline }, { rules: { [fault]: 'off' } })).toEqual([])
    const unknown = [{ ...baseline[0]!, rule: 'no-such-rule' }]
    expect(unneeded(before, { baseline: unknown }, { only: ['swapped-arguments'] })).toEqual(unknown)
  })

  it('is needed while its finding is too uncertain to be reported, or of another library', () => {
    const likely = { 'a.py': py('a = w\nif y is None:\n    a = F.softmax(w, 1)\nreturn F.cross_entropy(a, y)') }
    const made = baselineOf(likely, {}, { minCertainty: 'possible' })
    expect(made).toHaveLength(1)
    expect(linted(likely, { baseline: made }, { minCertainty: 'proved' })).not.toHaveProperty('unneeded')
    expect(unneeded(before, { baseline }, { frameworks: ['optax'] })).toEqual([])
    expect(unneeded(fixed, { baseline: made }, { minCertainty: 'proved' })).toEqual(made)
  })

  it('is needed while its file is not looked at, and not when the file is gone', () => {
    const files = { 'b.py': py(`return ${right}`) }
    const host = (found: boolean) => ({ read: () => undefined, isFile: (path: string) => found && path === 'a.py' })
    expect(unneeded(files, { baseline })).toEqual([])
    expect(unneeded(files, { baseline, host: host(true) })).toEqual([])
    expect(unneeded(files, { baseline, host: host(false) })).toEqual(baseline)
    expect(unneeded(files, { baseline, host: host(true), looked: ['a.py', 'b.py'] })).toEqual(baseline)
    expect(unneeded(fixed, { baseline, partial: true })).toEqual([])
  })

  it('is needed while its call is not understood', () => {
    const elsewhere = { 'a.py': py('from somewhere import scores\nreturn F.cross_entropy(scores(x), y)') }
    expect(linted(elsewhere, { baseline })).toMatchObject({ uses: [{ verdict: 'unknown' }], findings: [] })
    expect(unneeded(elsewhere, { baseline })).toEqual([])
    expect(unneeded({ ...elsewhere, ...{ 'a.py': elsewhere['a.py'].replace('def f', 'def g') } }, { baseline })).toEqual(baseline)
  })

  it('is needed while its file, or one that its call comes from, does not parse', () => {
    expect(unneeded({ 'a.py': 'def f(:\n    return (\n' }, { baseline })).toEqual([])
    const model = { 'm.py': 'import torch.nn.functional as F\ndef head(x, w):\n    return F.softmax(x @ w, 1)\n' }
    const train = { 'a.py': py('return F.cross_entropy(head(x, w), y)').replace('def', 'from m import head\ndef') }
    expect(baselineOf({ ...model, ...train })).toEqual(baseline)
    const torn = linted({ 'm.py': 'def head(x, w:\n  return )(\n', ...train }, { baseline })
    expect(torn.problems).toMatchObject([{ file: 'm.py' }])
    expect(torn.uses).toMatchObject([{ verdict: 'unknown' }])
    expect(torn).not.toHaveProperty('unneeded')
  })

  it('hides nothing in a file that does not parse', () => {
    const torn = { 'a.py': `${py(`return ${wrong} + ${wrong}`)}def g(:\n` }
    const report = linted(torn, { baseline })
    expect(report.problems).toMatchObject([{ file: 'a.py', message: expect.stringMatching(/^does not parse/) }])
    expect(short(report)).toMatchObject({ reported: 1, suppressed: 1 })
  })
})

describe('touching', () => {
  const files = {
    'model.py': 'import torch.nn.functional as F\ndef head(x, w):\n    return F.softmax(x @ w, 1)\n',
    'train.py': py('return F.cross_entropy(head(x, w), y)').replace('def', 'from model import head\ndef'),
    'other.py': py(`return ${wrong}`),
    'good.py': py(`return ${right}`),
  }
  const places = (touching: string[]) => linted(files, { touching }).findings.map(({ at }) => at?.file)

  it('reports what is in the files, and what comes from them', () => {
    expect(places(['other.py'])).toEqual(['other.py'])
    expect(places(['train.py'])).toEqual(['train.py'])
    expect(places(['model.py'])).toEqual(['train.py'])
    expect(places([])).toEqual([])
    expect(linted(files, { touching: ['model.py', 'good.py'] }).summary).toMatchObject({
      files: 2,
      uses: 2,
      clean: 1,
      findings: { error: 1 },
    })
  })

  it('gives findings the fingerprints of a run over all', () => {
    const twice = { ...files, 'train.py': files['train.py'].replace('return ', `a = ${wrong}\n    return `) }
    const all = linted(twice).findings.filter(({ related }) => related.some(({ at }) => at.file === 'model.py'))
    const some = linted(twice, { touching: ['model.py'] }).findings
    expect(some.map(({ fingerprint }) => fingerprint)).toEqual(all.map(({ fingerprint }) => fingerprint))
    expect(some).toHaveLength(1)
  })

  it('puts nothing else into the baseline, and tells of no entry of another file', () => {
    expect(baselineOf(files, { touching: ['model.py'] }).map(({ file }) => file)).toEqual(['train.py'])
    const baseline = baselineOf(files)
    const fixed = { ...files, 'other.py': files['good.py'] }
    expect(linted(fixed, { baseline, touching: ['model.py'] })).not.toHaveProperty('unneeded')
    expect(linted(fixed, { baseline, touching: ['other.py'] }).unneeded).toMatchObject([{ file: 'other.py' }])
  })
})
