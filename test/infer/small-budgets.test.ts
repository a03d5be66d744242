import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isSource, programs as labelled } from '../../bench/quality/programs.mjs'
import type { SourceFile } from '../../src/index.js'
import { lint } from '../../src/lint.js'
import { loadParsers } from '../../src/parsers.js'

/** What questions and files may cost, and a small part of it: most programs of a few lines take more. */
const whole = vi.hoisted(() => ({ budget: 20_000, sideBudget: 2_000, least: 50, file: 100_000 }))
const small = { budget: 200, sideBudget: 20, least: 20, file: 400 }
const work = vi.hoisted(() => ({ ...whole }))

vi.mock('../../src/infer/budgets.js', () => ({
  get budget() {
    return work.budget
  },
  get sideBudget() {
    return work.sideBudget
  },
  get least() {
    return work.least
  },
  fileBudgetFor: () => work.file,
}))

const programs: readonly { name: string; files: readonly SourceFile[] }[] = labelled()
  .map(({ name, files }: { name: string; files: SourceFile[] }) => ({ name, files: files.filter(({ path }) => isSource(path)) }))
  .filter(({ name, files }: { name: string; files: SourceFile[] }) => files.length > 1 || /^(?:callers|callbacks|py-criteria)\//.test(name))

beforeAll(() => loadParsers({ files: programs.flatMap(({ files }) => files) }))
beforeEach(() => void Object.assign(work, whole))

test('there are programs', () => {
  expect(programs.length).toBeGreaterThan(60)
})

describe('work that runs out loses no use, and proves nothing', () => {
  test.each(programs)('$name', ({ files }) => {
    const before = lint({ files })
    Object.assign(work, small)
    const after = lint({ files })
    expect(after.uses.map(({ at }) => at)).toEqual(before.uses.map(({ at }) => at))
    expect(after.findings.map(({ rule, at }) => ({ rule, at }))).toEqual(
      after.findings.map(({ at }) => ({ rule: before.findings.find((each) => same(each.at, at))?.rule, at })),
    )
    const clean = (report: typeof before) => report.uses.filter(({ verdict }) => verdict === 'clean').map(({ at }) => JSON.stringify(at))
    expect(clean(before)).toEqual(expect.arrayContaining(clean(after)))
    expect(JSON.stringify(lint({ files: [...files].reverse() }))).toBe(JSON.stringify(after))
  })
})

test('a loss by its name, which is found out to be one only with enough work', () => {
  const files = [file('main.ts', `${handed(12)}\nconst criterion = pick0()\ncriterion(y, tf.softmax(x))`)]
  expect(lint({ files }).uses).toMatchObject([{ loss: '@tensorflow/tfjs#losses.softmaxCrossEntropy', verdict: 'finding' }])
  Object.assign(work, { ...small, budget: 20 })
  expect(lint({ files }).uses).toMatchObject([
    {
      loss: 'unresolved#loss',
      verdict: 'unknown',
      reason: expect.stringContaining('what is called here is not known: it takes more than'),
    },
  ])
})

describe('a loss by its name, which comes through more calls than are followed', () => {
  const calls = (text: (at: number) => string, last: string) => [...Array.from({ length: 30 }, (_, at) => text(at)), last].join('\n')
  const loss = 'tf.losses.softmaxCrossEntropy'

  test.each([
    ['functions', `${handed(30)}\nconst criterion = pick0()\ncriterion(y, tf.softmax(x))`],
    [
      'functions',
      `function pick(n) { if (n > 0) return pick(n - 1)\n return ${loss} }\nconst criterion = pick(9)\ncriterion(y, tf.softmax(x))`,
    ],
    [
      'getters',
      `${calls((at) => `class C${at} { get loss() { return new C${at + 1}().loss } }`, `class C30 { get loss() { return ${loss} } }`)}\nnew C0().loss(y, tf.softmax(x))`,
    ],
    [
      'constructors',
      `${calls((at) => `class C${at} { constructor() { this.loss = new C${at + 1}().loss } }`, `class C30 { constructor() { this.loss = ${loss} } }`)}\nnew C0().loss(y, tf.softmax(x))`,
    ],
  ])('%s', (what, program) => {
    expect(lint({ files: [file('main.ts', program)] }).uses).toMatchObject([
      { loss: 'unresolved#loss', verdict: 'unknown', reason: `what is called here is not known: ${what} call each other too deeply` },
    ])
  })

  test('of which the type is declared', () => {
    const text = `import torch.nn as nn
import torch.nn.functional as F
def pick(n):
    if n > 0:
        return pick(n - 1)
    return nn.CrossEntropyLoss()
def run(criterion: nn.CrossEntropyLoss, x, y):
    criterion(F.softmax(x, 1), y)
run(pick(9), x, y)
run(pick(8), x, y)
`
    const remedy = 'It is named like a loss: make or import the loss nearer to this call to have it checked.'
    expect(lint({ files: [{ path: 'main.py', text }] }).uses).toMatchObject([{ loss: 'unresolved#loss', verdict: 'unknown', remedy }])
  })

  test('is found where there are fewer', () => {
    const program = `${handed(20)}\nconst criterion = pick0()\ncriterion(y, tf.softmax(x))`
    expect(lint({ files: [file('main.ts', program)] }).uses).toMatchObject([{ verdict: 'finding' }])
  })
})

/** A loss that one function hands to the next. */
function handed(count: number): string {
  const functions = Array.from({ length: count }, (_, at) => `const pick${at} = () => pick${at + 1}()`)
  return [...functions, `const pick${count} = () => tf.losses.softmaxCrossEntropy`].join('\n')
}

function file(path: string, program: string): SourceFile {
  return { path, text: `import * as tf from '@tensorflow/tfjs'\n${program}\n` }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
