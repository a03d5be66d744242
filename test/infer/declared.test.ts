import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { lint } from '../../src/lint.js'
import { verdicts } from '../support/verdicts.js'

beforeAll(loadParser)

const start = `import * as tf from '@tensorflow/tfjs'
const ce = tf.losses.softmaxCrossEntropy
`

/** Places of declarations in comments; each of what would not be understood, right beside wrong. */
const places: Record<string, string> = {
  variables: `
/** @kind logits */
const a = load()
ce(y, a) //! clean
/** The output of the teacher.
 * @kind distribution */
export const b = load()
ce(y, b) //! probabilities-as-logits likely
/** @kind logits */
let c: tf.Tensor
c = load()
ce(y, c) //! clean
c = tf.softmax(load())
ce(y, c) //! probabilities-as-logits
let d
/** @kind distribution */
d = load()
ce(y, d) //! probabilities-as-logits
d = load()
ce(y, d) //! unknown
const { /** @kind logits */ e, f } = load()
ce(y, e) //! clean
ce(y, f) //! unknown
/** @kind logits */ const g = load(), h = load()
ce(y, h) //! clean
`,
  parameters: `
export function a(/** @kind logits */ z, y) { ce(y, z) } //! clean
export function b(
  /** @kind distribution */
  p: tf.Tensor,
  y) { ce(y, p) } //! probabilities-as-logits
export const c = ({ /** @kind logits */ z, p }, y) => { ce(y, z); ce(y, p) } //! clean, unknown
`,
  'results of functions': `
/** @kind logits */
function a(x) { return load(x) }
ce(y, a(x)) //! clean
/** @kind distribution */
export const b = (x) => load(x)
ce(y, b(x)) //! probabilities-as-logits
class Net {
  /** @kind logits */
  predict(x) { return load(x) }
  /** @kind logits */
  get scores() { return load(this) }
}
ce(y, new Net().predict(x)) //! clean
ce(y, new Net().scores) //! clean
const tools = {
  /** @kind logits */ one(x) { return load(x) },
  /** @kind distribution */ two: (x) => load(x),
}
ce(y, tools.one(x)) //! clean
ce(y, tools.two(x)) //! probabilities-as-logits
`,
  properties: `
class A { /** @kind logits */ z; loss(y) { return ce(y, this.z) } } //! clean
class B { /** @kind logits */ z = load(); loss(y) { return ce(y, this.z) } } //! clean
class C { constructor() {
  /** @kind distribution */
  this.z = load()
} loss(y) { return ce(y, this.z) } } //! probabilities-as-logits
interface Batch { /** @kind logits */ scores: tf.Tensor; other: tf.Tensor }
export function f(batch: Batch, y) { ce(y, batch.scores) } //! clean
export function g(batch: Batch, y) { ce(y, batch.other) } //! unknown
const record = { /** @kind distribution */ p: load() }
ce(y, record.p) //! probabilities-as-logits
`,
  'and are followed like any value': `
/** @kind logits */
const z: tf.Tensor = load()
ce(y, z.softmax()) //! probabilities-as-logits
ce(y, z.neg()) //! clean
/** @kind distribution */
const u: tf.Tensor = load()
ce(y, u.reshape([2, 3])) //! probabilities-as-logits likely
ce(y, tf.reshape(z, [2, 3])) //! clean
/** @kind logits */
const w = load()
ce(y, w.softmax()) //! probabilities-as-logits
/** @kind logits */
const either = flag ? load() : tf.softmax(load())
export function f(/** @kind distribution */ p, y) { return ce(y, p.log()) } //! log-probabilities-as-logits info
`,
  'where only ways of several are not known': `
const p = flag ? tf.softmax(x) : load()
/** @kind distribution */
const q = p
ce(y, q) //! probabilities-as-logits
`,
}

const python = `import torch
import torch.nn.functional as F
from torch import Tensor
ce = F.cross_entropy
def load(path):
    return registry[path]()
`

const pythonPlaces: Record<string, string> = {
  variables: `
a = load(1)  # @kind logits
ce(a, y) #! clean
# @kind distribution
b = load(1)
ce(b, y) #! probabilities-as-logits
# @kind distribution
# what the teacher says
c = load(
    1,
)
ce(c, y) #! probabilities-as-logits
d = load(  # @kind logits
    1,
)
ce(d, y) #! clean
d = load(1)
ce(d, y) #! unknown
e = load(1)  # noqa # @kind logits
ce(e, y) #! clean
`,
  parameters: `
def a(
    z,  # @kind logits
    # @kind distribution
    p: Tensor,
    y,
):
    ce(z, y) #! clean
    ce(p, y) #! probabilities-as-logits
    ce(y, y) #! unknown
`,
  'results of functions': `
def a(x):  # @kind logits
    return load(x)
ce(a(1), y) #! clean
# @kind distribution
@torch.no_grad()
def b(
    x,
) -> Tensor:
    return load(x)
ce(b(1), y) #! probabilities-as-logits
class Net:
    def predict(self, x):  # @kind logits
        return load(x)
    # @kind distribution
    def probs(self, x):
        return load(x)
ce(Net().predict(1), y) #! clean
ce(Net().probs(1), y) #! probabilities-as-logits
`,
  fields: `
class A:
    def __init__(self):
        self.z = load(1)  # @kind logits
    def loss(self, y):
        return ce(self.z, y) #! clean
class Batch:
    scores: Tensor  # @kind logits
    probs: Tensor  # @kind distribution
    other: Tensor
def f(batch: Batch, y):
    ce(batch.scores, y) #! clean
    ce(batch.probs, y) #! probabilities-as-logits
    ce(batch.other, y) #! unknown
`,
}

describe('declarations in comments', () => {
  it.each(Object.entries(places))('%s', (_, program) => {
    const { found, expected } = verdicts(start + program)
    expect(found.filter((each) => !each.includes('contradicted-declaration'))).toEqual(expected)
  })

  it.each(Object.entries(pythonPlaces))('in Python: %s', (_, program) => {
    const { found, expected } = verdicts(python + program)
    expect(found).toEqual(expected)
  })
})

const contradicted = (path: string, text: string) =>
  lint({ files: [{ path, text }] }).findings.filter(({ rule }) => rule === 'contradicted-declaration')

describe('contradicted declarations', () => {
  it.each([
    ['a variable', '/** @kind logits */ const p = tf.softmax(x)', 'p', 'distribution'],
    ['a parameter', 'function f(/** @kind logits */ p) { return p }\nf(tf.softmax(x))', 'p', 'distribution'],
    ['a result', '/** @kind log-probabilities */ function g(x) { return tf.sigmoid(x) }', 'g()', 'probabilities'],
    ['a field', 'class A { /** @kind logits */ p = tf.softmax(x) }', 'p', 'distribution'],
    ['independent sigmoids', '/** @kind distribution */ const p = tf.sigmoid(x)', 'p', 'probabilities'],
  ])('of %s', (_, program, value, got) => {
    const found = contradicted('a.ts', start + program)
    expect(found).toMatchObject([{ severity: 'error', certainty: 'proved', data: { value, got }, at: { line: 3 } }])
    expect(found[0]!.related).toHaveLength(program.includes('f(tf') ? 2 : 1)
    expect(found[0]).not.toHaveProperty('loss')
  })

  it.each([
    ['a kind above', '/** @kind distribution */ const p = tf.oneHot(x, 3)'],
    ['the same', '/** @kind distribution */ const p = tf.softmax(x)'],
    ['nothing', '/** @kind logits */ const p = load()'],
    ['one of several ways', '/** @kind logits */ const p = flag ? tf.softmax(x) : tf.matMul(x, x)'],
    ['a later value of a variable', '/** @kind logits */ let p = load()\np = tf.softmax(p)'],
    ['a comment of a line', '// @kind logits\nconst p = tf.softmax(x)'],
  ])('are none where the source shows %s', (_, program) => {
    expect(contradicted('a.ts', start + program)).toEqual([])
  })

  it('do not hide what the source shows', () => {
    const { findings } = lint({ files: [{ path: 'a.ts', text: `${start}/** @kind logits */\nconst p = tf.softmax(x)\nce(y, p)` }] })
    expect(findings.map(({ rule, at, certainty }) => `${at?.line} ${rule} ${certainty}`)).toEqual([
      '3 contradicted-declaration proved',
      '5 probabilities-as-logits proved',
    ])
  })

  it('are silenced by comments, and have a fingerprint', () => {
    const text = `${start}// ce-lint-disable-next-line contradicted-declaration -- on purpose\n/** @kind logits */ const p = tf.softmax(x)`
    const { findings, suppressed } = lint({ files: [{ path: 'a.ts', text }] })
    expect(findings).toEqual([])
    expect(suppressed).toMatchObject([{ rule: 'contradicted-declaration', fingerprint: expect.stringMatching(/^[\da-f]{16}$/) }])
  })
})

describe('declarations that come to nothing', () => {
  const problems = (path: string, text: string) => lint({ files: [{ path, text }] }).problems.map(({ message }) => message)

  it.each([
    ['a.ts', '\n/** @kind logit */ const a = 1', 'line 2: `@kind logit` names no kind; the nearest is logits'],
    ['a.ts', '/** @kind scores */ const a = 1', /names no kind; kinds are logits, log-probabilities, /],
    ['a.py', 'a = f()  # @kind logitz', 'line 1: `@kind logitz` names no kind; the nearest is logits'],
    ['a.ts', '// @kind logits\nconst a = f()', /speaks of no variable, parameter, function or property/],
    ['a.py', 'def f(a, b,  # @kind logits\n      c):\n    return a', /speaks of no variable/],
  ])('%s: %j', (path, text, message) => {
    expect(problems(path, text)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
  })

  it.each([
    ['a.js', '/** @kind function */ const a = 1\n/**\n * @kind module\n */'],
    ['a.ts', '// what @kind of thing is this?\nconst a = "@kind logit"'],
    ['a.py', '# a @kind of magic\na = "# @kind logit"'],
  ])('%s: none in %j', (path, text) => {
    expect(problems(path, text)).toEqual([])
  })
})
