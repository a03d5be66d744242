import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.js'
import { verdicts } from '../support/verdicts.js'

/** `Soft` gives probabilities, `Plain` raw scores. */
const nets = `// file: nets.ts
import * as tf from '@tensorflow/tfjs'
export class Soft { head = tf.layers.dense({ units: 3, activation: 'softmax' }); forward(x: tf.Tensor): tf.Tensor { return tf.softmax(x) } }
export class Plain { head = tf.layers.dense({ units: 3 }); forward(x: tf.Tensor): tf.Tensor { return tf.matMul(x, x) } }
`
const start = `// file: main.ts
import * as tf from '@tensorflow/tfjs'
import type { Soft } from './nets'
import { type Plain } from './nets'
const ce = tf.losses.softmaxCrossEntropy
`

/** Places where an annotation tells the class of a value that is not known; each wrong beside its right twin. */
const places: Record<string, string> = {
  parameters: `
export function a(net: Soft, x, y) { ce(y, net.forward(x)) } //! probabilities-as-logits
export function b(net: Plain, x, y) { ce(y, net.forward(x)) } //! clean
export function c(net: Soft | null, x, y) { ce(y, net!.forward(x)) } //! probabilities-as-logits
export function d(net?: Plain, x, y) { ce(y, net?.forward(x)) } //! clean
export function e(net: import('./nets').Soft, x, y) { ce(y, net.head.apply(x)) } //! probabilities-as-logits
export function f(net: Readonly<Plain>, x, y) { ce(y, net.head.apply(x)) } //! clean
`,
  fields: `
class A { private net: Soft; loss(x, y) { return ce(y, this.net.forward(x)) } } //! probabilities-as-logits
class B { net!: Plain; loss(x, y) { return ce(y, this.net.forward(x)) } } //! clean
class C { constructor(private readonly net: Soft) {} loss(x, y) { return ce(y, this.net.forward(x)) } } //! probabilities-as-logits
class D { net: Plain; constructor(load) { this.net = load() } loss(x, y) { return ce(y, this.net.forward(x)) } } //! clean
class E { nets: Soft[] = []; loss(x, y) { for (const net of this.nets) ce(y, net.forward(x)) } } //! unknown
class F { net?: Soft | undefined; loss(x, y) { return ce(y, this.net!.forward(x)) } } //! probabilities-as-logits
`,
  variables: `
const a: Soft = container.get('a')
ce(y, a.forward(x)) //! probabilities-as-logits
const b = container.get('b') as Plain
ce(y, b.forward(x)) //! clean
let c: Soft
export function setUp() { c = container.get('c') }
export function later() { ce(y, c.forward(x)) } //! probabilities-as-logits
let d: Plain | null = null
export function start(load) { d = load() }
export function then() { ce(y, d!.forward(x)) } //! clean
`,
  'object types and interfaces': `
interface Deps { net: Soft; nested: { plain: Plain }; make(): Soft }
type Options = { net: Plain; units: number }
export function a(deps: Deps, x, y) { ce(y, deps.net.forward(x)) } //! probabilities-as-logits
export function b(deps: Deps, x, y) { ce(y, deps.nested.plain.forward(x)) } //! clean
export function c({ net, units }: Options, x, y) { ce(y, net.forward(x)) } //! clean
export function d({ net }: { net: Soft }, x, y) { ce(y, net.forward(x)) } //! probabilities-as-logits
export function e(deps: Deps, x, y) { ce(y, deps.make().forward(x)) } //! probabilities-as-logits
export function f(deps: { nets: Map<string, Plain> }, x, y) { ce(y, deps.nets.get('a')!.forward(x)) } //! clean
export function g(make: () => Soft, x, y) { ce(y, make().forward(x)) } //! probabilities-as-logits
`,
  'what functions return': `
function soft(): Soft { return container.get('soft') }
async function plain(): Promise<Plain | undefined> { return container.get('plain') }
function all(): Array<Soft> { return container.get('all') }
function both(): [Soft, Plain] { return container.get('both') }
const arrow = (): Plain => container.get('plain')
ce(y, soft().forward(x)) //! probabilities-as-logits
ce(y, (await plain())!.forward(x)) //! clean
for (const net of all()) ce(y, net.forward(x)) //! probabilities-as-logits
ce(y, all()[0].forward(x)) //! probabilities-as-logits
all().forEach((net) => ce(y, net.forward(x))) //! probabilities-as-logits
const [first, second] = both()
ce(y, first.forward(x)) //! probabilities-as-logits
ce(y, second.forward(x)) //! clean
ce(y, arrow().forward(x)) //! clean
plain().then((net) => ce(y, net.forward(x))) //! clean
`,
  'type parameters': `
export function a<T extends Soft>(net: T, x, y) { ce(y, net.forward(x)) } //! probabilities-as-logits
export class B<T extends Plain> { constructor(private net: T) {} loss(x, y) { return ce(y, this.net.forward(x)) } } //! clean
export const c = <T>(net: T, x, y) => ce(y, net.forward(x)) //! unknown
`,
  'types of other files, through a barrel': `
import type { Deps, Net } from './types'
import type * as types from './types'
export function a(deps: Deps, x, y) { ce(y, deps.soft.forward(x)) } //! probabilities-as-logits
export function b(net: Net, x, y) { ce(y, net.forward(x)) } //! clean
export function c(deps: types.Deps, x, y) { ce(y, deps.soft.forward(x)) } //! probabilities-as-logits
// file: types/index.ts
export * from './deps'
export type { Plain as Net } from '../nets'
// file: types/deps.ts
import type { Soft } from '../nets'
export interface Base { soft: Soft }
export interface Deps extends Base { other: number }
`,
  'a value that is known counts, whatever is declared': `
function a(net: Soft, x, y) { ce(y, net.forward(x)) } //! clean
a({ forward: (x) => tf.matMul(x, x) } as never, x, y)
function b(activation: 'softmax') { return tf.layers.dense({ units: 3, activation }) }
export function c(act: 'softmax', x, y) { ce(y, b(act).apply(x)) } //! unknown
type Logits = tf.Tensor
export function d(scores: Logits, y) { ce(y, scores) } //! unknown
export function e(loss: typeof tf.losses.softmaxCrossEntropy, x, y) { loss(y, tf.softmax(x)) }
`,
}

/** The same, in the comments of JavaScript. */
const comments = `// file: main.js
import * as tf from '@tensorflow/tfjs'
import { Plain } from './nets'
/** @typedef {import('./nets').Soft} Soft */
/**
 * @typedef {Object} Deps
 * @property {Soft} net
 * @property {Array<Plain>} nets
 */
const ce = tf.losses.softmaxCrossEntropy
/**
 * @param {Soft} net
 * @param {Plain|null} other
 */
export function a(net, other, x, y) {
  ce(y, net.forward(x)) //! probabilities-as-logits
  ce(y, other.forward(x)) //! clean
}
/** @param {import('./nets').Soft} net */
export const b = (net, x, y) => ce(y, net.forward(x)) //! probabilities-as-logits
/** @type {Plain} */
const c = container.get('c')
ce(y, c.forward(x)) //! clean
/** @returns {Promise<Soft>} */
async function d() { return container.get('d') }
ce(y, (await d()).forward(x)) //! probabilities-as-logits
class E {
  /** @type {Plain} */
  net
  constructor(load) {
    /** @type {?Soft} */
    this.soft = load()
  }
  /** @param {{ net: Plain }} deps */
  loss({ net }, x, y) {
    ce(y, this.soft.forward(x)) //! probabilities-as-logits
    ce(y, this.net.forward(x)) //! clean
    ce(y, net.forward(x)) //! clean
  }
}
/** @param {Deps} deps */
export const f = (deps, x, y) => {
  ce(y, deps.net.forward(x)) //! probabilities-as-logits
  for (const net of deps.nets) ce(y, net.forward(x)) //! clean
}
/**
 * @param {Object} options
 * @param {Soft} options.net
 */
export function g(options, x, y) { ce(y, options.net.forward(x)) } //! probabilities-as-logits
/** @param {typeof import('@tensorflow/tfjs')} tf */
export function h(tf, x, y) { tf.losses.softmaxCrossEntropy(y, tf.softmax(x)) } //! probabilities-as-logits
`

/** One of several classes: which, is not known. */
const choices: Record<string, string> = {
  'an interface whose classes are all wrong': `
// file: model.ts
export interface Model { forward(x: unknown): unknown }
// file: a.ts
import * as tf from '@tensorflow/tfjs'
import type { Model } from './model'
export class A implements Model { forward(x) { return tf.softmax(x) } }
// file: b.ts
import * as tf from '@tensorflow/tfjs'
import type { Model as M } from './model'
export class B implements M { forward(x) { return tf.softmax(x) } }
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import type { Model } from './model'
export function train(model: Model, x, y) { tf.losses.softmaxCrossEntropy(y, model.forward(x)) } //! probabilities-as-logits
`,
  'an interface of which one class is wrong, and one whose classes are right': `
import * as tf from '@tensorflow/tfjs'
interface Model { forward(x: tf.Tensor): tf.Tensor }
class A implements Model { forward(x) { return tf.softmax(x) } }
class B implements Model { forward(x) { return tf.matMul(x, x) } }
export function train(model: Model, x, y) { tf.losses.softmaxCrossEntropy(y, model.forward(x)) } //! probabilities-as-logits
interface Right { forward(x: tf.Tensor): tf.Tensor }
class C implements Right { forward(x) { return tf.matMul(x, x) } }
export function right(model: Right, x, y) { tf.losses.softmaxCrossEntropy(y, model.forward(x)) } //! clean
interface Nobody { forward(x: tf.Tensor): tf.Tensor }
export function nobody(model: Nobody, x, y) { tf.losses.softmaxCrossEntropy(y, model.forward(x)) } //! unknown
export function unannotated(model, x, y) { tf.losses.softmaxCrossEntropy(y, model.forward(x)) } //! unknown
`,
  'an abstract class, by parameter and by `this`': `
import * as tf from '@tensorflow/tfjs'
export abstract class Base {
  abstract forward(x: tf.Tensor): tf.Tensor
  loss(x, y) { return tf.losses.softmaxCrossEntropy(y, this.forward(x)) } //! probabilities-as-logits
}
class A extends Base { forward(x) { return tf.softmax(x) } }
class Deep extends A {}
class Deeper extends Deep { forward(x) { return tf.softmax(x) } }
export function train(model: Base, x, y) { tf.losses.softmaxCrossEntropy(y, model.forward(x)) } //! probabilities-as-logits
abstract class Right {
  protected abstract head: tf.layers.Layer
  loss(x, y) { return tf.losses.softmaxCrossEntropy(y, this.head.apply(x)) } //! clean
}
class B extends Right { head = tf.layers.dense({ units: 3 }) }
`,
  'a class that a subclass overrides': `
import * as tf from '@tensorflow/tfjs'
export class Base {
  forward(x) { return tf.matMul(x, x) }
  loss(x, y) { return tf.losses.softmaxCrossEntropy(y, this.forward(x)) } //! probabilities-as-logits
}
export class Soft extends Base { forward(x) { return tf.softmax(super.forward(x)) } }
export class Right {
  forward(x) { return tf.matMul(x, x) }
  loss(x, y) { return tf.losses.softmaxCrossEntropy(y, this.forward(x)) } //! clean
}
export class Other extends Right { forward(x) { return tf.matMul(x, tf.matMul(x, x)) } }
`,
}

/** The library itself, told by a type or handed over. */
const library: Record<string, string> = {
  'by its type': `
import type * as tfTypes from '@tensorflow/tfjs'
import type * as tf from '@tensorflow/tfjs'
export function a(tf: typeof import('@tensorflow/tfjs'), x, y) { tf.losses.softmaxCrossEntropy(y, tf.softmax(x)) } //! probabilities-as-logits
export function b(t: typeof tfTypes, x, y) { t.losses.softmaxCrossEntropy(y, t.matMul(x, x)) } //! clean
export class C {
  constructor(private tf: typeof import('@tensorflow/tfjs')) {}
  loss(x, y) { return this.tf.losses.softmaxCrossEntropy(y, this.tf.softmax(x)) } //! probabilities-as-logits
}
export class D {
  tf: typeof tfTypes
  loss(x, y) { return this.tf.losses.softmaxCrossEntropy(y, this.tf.matMul(x, x)) } //! clean
}
export function e({ tf }: { tf: typeof tfTypes }, x, y) { tf.losses.softmaxCrossEntropy(y, tf.softmax(x)) } //! probabilities-as-logits
`,
  'by its callers': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { soft, Net } from './nets'
soft(tf, x, y)
new Net(tf).loss(x, y)
// file: nets.ts
export function soft(tf: any, x, y) { tf.losses.softmaxCrossEntropy(y, tf.softmax(x)) } //! probabilities-as-logits
export class Net {
  constructor(tf) { this.tf = tf }
  loss(x, y) { return this.tf.losses.softmaxCrossEntropy(y, this.tf.matMul(x, x)) } //! clean
}
`,
}

describe('annotations tell the class of what is not known', () => {
  test.each(Object.entries(places))('%s', (_, program) => {
    const { found, expected } = verdicts(nets + start + program)
    expect(found).toEqual(expected)
  })

  test('in the comments of JavaScript', () => {
    const { found, expected } = verdicts(nets + comments)
    expect(found).toEqual(expected)
  })

  test.each(Object.entries({ ...choices, ...library }))('%s', (_, program) => {
    const { found, expected } = verdicts(program.slice(1))
    expect(found).toEqual(expected)
  })
})

describe('certainty where the class is one of several', () => {
  const certainty = (text: string) => lint({ files: [{ path: 'main.ts', text }] }).findings.map((finding) => finding.certainty)
  const head = "import * as tf from '@tensorflow/tfjs'\n"
  const soft = '{ forward(x) { return tf.softmax(x) } }'
  const use = 'export function train(m: Model, x, y) { tf.losses.softmaxCrossEntropy(y, m.forward(x)) }\n'

  test('proved where all that can be are wrong, likely where others can be', () => {
    expect(certainty(`${head}interface Model { forward(x): any }\nclass A implements Model ${soft}\n${use}`)).toEqual(['likely'])
    expect(certainty(`${head}class Model ${soft}\nclass A extends Model ${soft}\n${use}`)).toEqual(['proved'])
    expect(certainty(`${head}class Model ${soft}\nclass A extends Model { forward(x) { return tf.matMul(x, x) } }\n${use}`)).toEqual([
      'likely',
    ])
  })
})
