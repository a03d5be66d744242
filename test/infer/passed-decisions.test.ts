import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const ends = (n: number, activation: any) => tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: n, activation })] })
`

/** A function decides by its own parameter what its caller decides by the value that it passes. */
const programs: Record<string, string> = {
  'a builder that tests what it is given': `
function right(n: number) { return ends(n, n === 2 ? 'sigmoid' : 'softmax') }
function crossed(n: number) { return ends(n, n === 2 ? 'softmax' : 'sigmoid') }
export function train(n: number) {
  right(n).compile({ optimizer: 'adam', loss: n === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
  const model = crossed(n)
  model.compile({ optimizer: 'adam', loss: n === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, probabilities-as-distribution
}
`,
  'a flag that is passed on, and a member of options': `
function last(raw: boolean) { return raw ? undefined : 'softmax' }
function build(raw: boolean) { return ends(3, last(raw)) }
export function right(raw: boolean) {
  build(raw).compile({ optimizer: 'adam', loss: raw ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy' }) //! clean, clean
}
export function wrong(raw: boolean) {
  build(raw).compile({ optimizer: 'adam', loss: raw ? 'categoricalCrossentropy' : tf.losses.softmaxCrossEntropy }) //! logits-as-probabilities, probabilities-as-logits
}
function byOptions(options: any) { return ends(3, options.raw ? undefined : 'softmax') }
export function through(options: any) {
  byOptions(options).compile({
    optimizer: 'adam',
    loss: options.raw ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy', //! unknown, unknown
  })
}
`,
  'another value, and another default, is another decision': `
function build(n: number) { return ends(n, n === 2 ? 'softmax' : 'sigmoid') }
export function train(n: number, m: number) {
  build(m).compile({ optimizer: 'adam', loss: n === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, unknown
}
function either(raw = true) { return ends(3, raw ? undefined : 'softmax') }
export function tune(raw?: boolean) {
  either(raw).compile({ optimizer: 'adam', loss: raw ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy' }) //! unknown, unknown
}
export function all(sizes: number[], n: number) {
  for (const size of sizes)
    build(size).compile({ optimizer: 'adam', loss: n === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, unknown
}
`,
  'comparisons that exclude each other, and a test with a name': `
export function right(n: number) {
  const many = n > 2
  ends(n, n <= 2 ? 'sigmoid' : 'softmax').compile({ optimizer: 'adam', loss: many ? 'categoricalCrossentropy' : 'binaryCrossentropy' }) //! clean, clean
}
export function wrong(n: number) {
  const many = n > 2
  ends(n, n <= 2 ? 'softmax' : 'sigmoid').compile({ optimizer: 'adam', loss: many ? 'categoricalCrossentropy' : 'binaryCrossentropy' }) //! clean, probabilities-as-distribution
}
`,
  'a field that decides in two methods': `
export class Right {
  constructor(private raw: boolean) {}
  build() { return ends(3, this.raw ? undefined : 'softmax') }
  prepare() { this.build().compile({ optimizer: 'adam', loss: this.raw ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy' }) } //! clean, clean
}
export class Wrong {
  model: any
  constructor(private raw: boolean) {}
  build() { this.model = ends(3, this.raw ? 'softmax' : undefined) }
  prepare() {
    this.build()
    this.model.compile({ optimizer: 'adam', loss: this.raw ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy' }) //! probabilities-as-logits, logits-as-probabilities
  }
}
export class Changing {
  model: any
  constructor(private raw: boolean) {}
  flip() { this.raw = !this.raw }
  build() { this.model = ends(3, this.raw ? undefined : 'softmax') }
  prepare() { this.model.compile({ optimizer: 'adam', loss: this.raw ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy' }) } //! unknown, unknown
}
`,
  'a member that may have changed since': `
export function train(options: any) {
  const model = ends(3, 'k' in options ? undefined : 'softmax')
  options.k = true
  model.compile({ optimizer: 'adam', loss: 'k' in options ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy' }) //! unknown, unknown
}
`,
}

describe('decisions on what is passed', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
