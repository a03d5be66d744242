import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const start = `import * as tf from '@tensorflow/tfjs'
const ce = tf.losses.softmaxCrossEntropy
const dense = tf.layers.dense
`

/** Ways of writing an activation or a number of units as a constant; each wrong beside its right twin. */
const programs: Record<string, string> = {
  'an enum of strings': `
enum Act { Softmax = 'softmax', Linear = 'linear' }
ce(y, dense({ units: 3, activation: Act.Softmax }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: Act.Linear }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: Act['Softmax'] }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: Act['Linear'] }).apply(x)) //! clean
`,
  'a constant enum, exported, of another file': `
import { Act } from './acts'
ce(y, dense({ units: 3, activation: Act.Softmax }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: Act.Linear }).apply(x)) //! clean
// file: acts.ts
export const enum Act { Softmax = 'softmax', Linear = 'linear' }
`,
  'a name by the number of an enum': `
enum Act { Softmax, Linear }
const names = ['softmax', 'linear']
ce(y, dense({ units: 3, activation: names[Act.Softmax] }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: names[Act.Linear] }).apply(x)) //! clean
const table = { [Act.Softmax]: 'softmax', [Act.Linear]: 'linear' }
ce(y, dense({ units: 3, activation: table[Act.Softmax] }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: table[Act.Linear] }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: Act[0].toLowerCase() }).apply(x)) //! probabilities-as-logits
`,
  'members that refer to members': `
enum Act { Softmax = 'softmax', Last = Softmax, None = 'linear', Other = Act.None }
ce(y, dense({ units: 3, activation: Act.Last }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: Act.Other }).apply(x)) //! clean
`,
  'constant objects': `
const ACTS = { last: 'softmax', none: 'linear' } as const
const OPTIONS = { units: 3, activation: ACTS.last } satisfies object
const FROZEN = Object.freeze({ units: 3, activation: ACTS.none })
const { last: renamed, none = 'softmax' } = ACTS
ce(y, dense(OPTIONS).apply(x)) //! probabilities-as-logits
ce(y, dense(FROZEN).apply(x)) //! clean
ce(y, dense({ units: 3, activation: renamed }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: none }).apply(x)) //! clean
`,
  'templates and strings': `
const max = 'max'
ce(y, dense({ units: 3, activation: \`soft\${max}\` }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: \`lin\${'ear'}\` }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: 'SOFTMAX'.toLowerCase() }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: ' linear '.trim() }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: 'use_softmax'.replace('use_', '') }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: 'relu,softmax'.split(',')[1] }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: ['lin', 'ear'].join('') }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: String('softmax') }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: 'soft'.concat('max') }).apply(x)) //! probabilities-as-logits
`,
  'arithmetic of units': `
const numClasses = 2
const labels = ['cat']
const ONE = 1_0
ce(y, dense({ units: numClasses - 1, activation: 'softmax' }).apply(x)) //! single-class-softmax
ce(y, dense({ units: numClasses + 1 }).apply(x)) //! clean
ce(y, dense({ units: labels.length }).apply(x)) //! single-class-softmax
ce(y, dense({ units: Math.max(1, labels.length) }).apply(x)) //! single-class-softmax
ce(y, dense({ units: Math.max(2, labels.length) }).apply(x)) //! clean
ce(y, dense({ units: ONE / 10 }).apply(x)) //! single-class-softmax
ce(y, dense({ units: Number('1') }).apply(x)) //! single-class-softmax
ce(y, dense({ units: parseInt('1', 10) }).apply(x)) //! single-class-softmax
ce(y, dense({ units: Object.keys({ only: 1 }).length }).apply(x)) //! single-class-softmax
ce(y, dense({ units: Math.floor(1.5) }).apply(x)) //! single-class-softmax
`,
  'defaults of a destructured parameter': `
function layer({ activation = 'softmax', units = 3 } = {}) { return dense({ units, activation }).apply(x) }
ce(y, layer()) //! probabilities-as-logits
ce(y, layer({ units: 4 })) //! probabilities-as-logits
ce(y, layer({ activation: 'linear' })) //! clean
`,
  'defaults of parameters': `
const layer = (units: number, activation = 'softmax') => dense({ units, activation }).apply(x)
ce(y, layer(3)) //! probabilities-as-logits
ce(y, layer(3, undefined)) //! probabilities-as-logits
ce(y, layer(3, 'linear')) //! clean
`,
  'nullish defaults and optional chains': `
function layer(options?: { activation?: string; head?: { activation?: string } }) {
  const activation = options?.head?.activation ?? options?.activation ?? 'softmax'
  return dense({ units: 3, activation }).apply(x)
}
ce(y, layer()) //! probabilities-as-logits
ce(y, layer({ activation: 'linear' })) //! clean
ce(y, layer({ head: { activation: 'linear' } })) //! clean
ce(y, layer({ head: { activation: 'softmax' }, activation: 'linear' })) //! probabilities-as-logits
`,
  'spread defaults, in the order of writing': `
const defaults = { units: 3, activation: 'softmax' }
function layer(options = {}) { return dense({ ...defaults, ...options }).apply(x) }
function stubborn(options = {}) { return dense({ ...options, ...defaults }).apply(x) }
ce(y, layer()) //! probabilities-as-logits
ce(y, layer({ activation: 'linear' })) //! clean
ce(y, stubborn({ activation: 'linear' })) //! probabilities-as-logits
ce(y, dense(Object.assign({}, defaults, { activation: 'linear' })).apply(x)) //! clean
ce(y, dense(Object.assign({ activation: 'linear' }, defaults)).apply(x)) //! probabilities-as-logits
`,
  'rest parameters': `
const layer = (units: number, ...acts: string[]) => dense({ units, activation: acts[acts.length - 1] }).apply(x)
ce(y, layer(3, 'relu', 'softmax')) //! probabilities-as-logits
ce(y, layer(3, 'softmax', 'linear')) //! clean
const names = ['linear', 'softmax']
ce(y, layer(3, ...names)) //! probabilities-as-logits
`,
  'choices by a constant': `
const MULTI = true
const act = MULTI ? 'softmax' : 'linear'
ce(y, dense({ units: 3, activation: act }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: !MULTI ? 'softmax' : 'linear' }).apply(x)) //! clean
const acts = { multi: 'softmax', binary: 'linear' }
const mode = 'multi' as keyof typeof acts
ce(y, dense({ units: 3, activation: acts[mode] }).apply(x)) //! probabilities-as-logits
function pick(kind: string) { switch (kind) { case 'multi': return 'softmax'; default: return 'linear' } }
ce(y, dense({ units: 3, activation: pick('multi') }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: pick('other') }).apply(x)) //! clean
`,
  'getters and static constants': `
const config = { get activation() { return 'softmax' }, get plain() { return 'linear' } }
class Config {
  static readonly ACT = 'softmax'
  static plain = 'linear'
  static get act() { return Config.ACT }
  static options = { units: 3, activation: this.ACT }
}
ce(y, dense({ units: 3, activation: config.activation }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: config.plain }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: Config.ACT }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: Config.plain }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: Config.act }).apply(x)) //! probabilities-as-logits
ce(y, dense(Config.options).apply(x)) //! probabilities-as-logits
`,
  namespaces: `
namespace Act { export const soft = 'softmax'; export namespace Inner { export const none = 'linear' } }
ce(y, dense({ units: 3, activation: Act.soft }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: Act.Inner.none }).apply(x)) //! clean
`,
  'constants through barrels': `
import { ACT, Acts, nested as n } from './constants'
import defaults from './constants/defaults'
ce(y, dense({ units: 3, activation: ACT }).apply(x)) //! probabilities-as-logits
ce(y, dense({ units: 3, activation: Acts.None }).apply(x)) //! clean
ce(y, dense({ units: 3, activation: n.deep.act }).apply(x)) //! probabilities-as-logits
ce(y, dense(defaults).apply(x)) //! clean
// file: constants/index.ts
export * from './acts'
export { Acts } from './acts'
export * as nested from './nested'
// file: constants/acts.ts
export const ACT = 'softmax'
export enum Acts { Soft = ACT, None = 'linear' }
// file: constants/nested.ts
import { ACT } from './index'
export const deep = { act: ACT }
// file: constants/defaults.ts
import { Acts } from '.'
export default { units: 3, activation: Acts.None } as const
`,
  'what is not constant stays unknown': `
export function a(activation: string) { ce(y, dense({ units: 3, activation }).apply(x)) } //! unknown
export function b(options: { activation?: string }) { ce(y, dense({ activation: 'softmax', ...options, units: 3 }).apply(x)) } //! unknown
ce(y, dense({ units: 3, activation: process.env.ACT }).apply(x)) //! unknown
ce(y, dense({ units: 3, activation: ['softmax', 'linear'][Math.floor(Math.random() * 2)] }).apply(x)) //! unknown
ce(y, dense({ units: 3, activation: 'SOFTMAX'.toLocaleLowerCase(locale) }).apply(x)) //! unknown
`,
}

describe('constants are followed', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`// file: main.ts\n${start}${program}`)
    expect(found).toEqual(expected)
  })
})
