import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.js'
import { verdicts } from '../support/verdicts.js'

/** Ways from one file to another; each wrong beside its right twin. */
const programs: Record<string, string> = {
  'a file sets a member of what it imports': `
// file: settings.ts
export const right = { units: 4, activation: 'softmax' }
export const wrong = { units: 4, activation: 'softmax' }
// file: main.ts
import { right, wrong } from './settings'
right.activation = 'linear'
wrong.units = 5
// file: train.ts
import * as tf from '@tensorflow/tfjs'
import { right, wrong } from './settings'
const ce = tf.losses.softmaxCrossEntropy
ce(y, tf.layers.dense({ ...right }).apply(x)) //! unknown
ce(y, tf.layers.dense({ ...wrong }).apply(x)) //! probabilities-as-logits
`,
  'JSON by import': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import config from './config.json'
import { head } from './config.json'
import * as whole from './config.json' with { type: 'json' }
const ce = tf.losses.softmaxCrossEntropy
ce(y, tf.layers.dense(config.head).apply(x)) //! probabilities-as-logits
ce(y, tf.layers.dense(head).apply(x)) //! probabilities-as-logits
ce(y, tf.layers.dense(whole.plain).apply(x)) //! clean
ce(y, tf.layers.dense({ units: config.sizes[1], activation: config.plain.activation }).apply(x)) //! single-class-softmax
ce(y, tf.layers.dense({ units: 3, activation: config.missing ?? 'softmax' }).apply(x)) //! probabilities-as-logits
// file: config.json
{ "head": { "units": 3, "activation": "softmax" }, "plain": { "units": 3, "activation": "linear" }, "sizes": [8, 1], "none": null }
`,
  'JSON by require': `
// file: main.js
const tf = require('@tensorflow/tfjs')
const config = require('./config')
const { activation } = require('./config.json').plain
tf.losses.softmaxCrossEntropy(y, tf.layers.dense({ units: 3, activation: config.head }).apply(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, tf.layers.dense({ units: 3, activation }).apply(x)) //! clean
// file: config.json
{ "head": "softmax", "plain": { "activation": "linear" } }
`,
  'JSON that is read while the program runs': `
// file: main.js
const tf = require('@tensorflow/tfjs')
const config = JSON.parse(require('fs').readFileSync('./config.json', 'utf8'))
tf.losses.softmaxCrossEntropy(y, tf.layers.dense({ units: 3, activation: config.head }).apply(x)) //! unknown
// file: config.json
{ "head": "softmax" }
`,
  'CommonJS: a class as the module': `
// file: main.js
const tf = require('@tensorflow/tfjs')
const Net = require('./net')
tf.losses.softmaxCrossEntropy(y, new Net('softmax').forward(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, new Net('linear').forward(x)) //! clean
// file: net.js
const tf = require('@tensorflow/tfjs')
module.exports = class {
  constructor(activation) { this.head = tf.layers.dense({ units: 3, activation }) }
  forward(x) { return this.head.apply(x) }
}
`,
  'CommonJS: exports one by one': `
// file: main.js
const tf = require('@tensorflow/tfjs')
const { soft: renamed, plain, both, alias } = require('./net')
const ce = tf.losses.softmaxCrossEntropy
ce(y, renamed(x)) //! probabilities-as-logits
ce(y, plain(x)) //! clean
ce(y, both(x)) //! probabilities-as-logits
ce(y, alias(x)) //! probabilities-as-logits
// file: net.js
const tf = require('@tensorflow/tfjs')
exports.soft = (x) => tf.softmax(x)
module.exports.plain = function (x) { return tf.matMul(x, x) }
exports.both = exports.alias = function (x) { return exports.soft(x) }
`,
  'CommonJS: both names at once, and a later addition': `
// file: main.js
const tf = require('@tensorflow/tfjs')
const net = require('./net')
const ce = tf.losses.softmaxCrossEntropy
ce(y, net(x)) //! probabilities-as-logits
ce(y, net.plain(x)) //! clean
ce(y, require('./assigned').soft(x)) //! probabilities-as-logits
ce(y, require('./assigned').plain(x)) //! clean
ce(y, require('./spread').soft(x)) //! probabilities-as-logits
ce(y, require('./spread').plain(x)) //! clean
// file: net.js
const tf = require('@tensorflow/tfjs')
exports = module.exports = soft
function soft(x) { return tf.softmax(x) }
exports.plain = (x) => tf.matMul(x, x)
// file: assigned.js
Object.assign(module.exports, require('./spread'))
// file: spread.js
module.exports = { ...require('./parts'), soft: (x) => require('@tensorflow/tfjs').softmax(x) }
// file: parts.js
module.exports = { plain: (x) => x.matMul(x), soft: (x) => x }
const tf = require('@tensorflow/tfjs')
module.exports.plain = (x) => tf.matMul(x, x)
`,
  'CommonJS: defineProperty, __esModule and compiled TypeScript': `
// file: main.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const tf = __importStar(require("@tensorflow/tfjs"));
const net_1 = require("./net");
const head_1 = __importDefault(require("./head"));
tf.losses.softmaxCrossEntropy(y, (0, net_1.soft)(x)); //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, (0, net_1.plain)(x)); //! clean
tf.losses.softmaxCrossEntropy(y, (0, head_1.default)(x)); //! probabilities-as-logits
// file: net.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.plain = exports.soft = void 0;
const tf = require("@tensorflow/tfjs");
const soft = (x) => tf.softmax(x);
exports.soft = soft;
function plain(x) { return tf.matMul(x, x); }
exports.plain = plain;
// file: head.js
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const tf = require("@tensorflow/tfjs");
exports.default = (x) => tf.softmax(x);
`,
  'conditional require and UMD': `
// file: main.js
let tf
try { tf = require('@tensorflow/tfjs-node') } catch { tf = require('@tensorflow/tfjs') }
const net = require('./umd')
tf.losses.softmaxCrossEntropy(y, net.soft(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, net.plain(x)) //! clean
// file: umd.js
;(function (root, factory) {
  if (typeof define === 'function' && define.amd) define(['@tensorflow/tfjs'], factory)
  else if (typeof module === 'object' && module.exports) module.exports = factory(require('@tensorflow/tfjs'))
  else root.net = factory(root.tf)
})(this, function (tf) {
  return { soft: (x) => tf.softmax(x), plain: (x) => tf.matMul(x, x) }
})
`,
  'export = and import = require': `
// file: main.ts
import tf = require('@tensorflow/tfjs')
import Net = require('./net')
tf.losses.softmaxCrossEntropy(y, new Net('softmax').forward(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, new Net('linear').forward(x)) //! clean
// file: net.ts
import tf = require('@tensorflow/tfjs')
class Net {
  head: tf.layers.Layer
  constructor(activation: string) { this.head = tf.layers.dense({ units: 3, activation }) }
  forward(x) { return this.head.apply(x) }
}
export = Net
`,
  'defaults that are re-exported': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { Soft, default as Plain, nets } from './barrel'
tf.losses.softmaxCrossEntropy(y, new Soft().forward(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, new Plain().forward(x)) //! clean
tf.losses.softmaxCrossEntropy(y, nets.make().forward(x)) //! probabilities-as-logits
// file: barrel.ts
export { default as Soft } from './soft'
export { default } from './plain'
export * as nets from './soft'
// file: soft.ts
import * as tf from '@tensorflow/tfjs'
export default class { forward(x) { return tf.softmax(x) } }
import Own from './soft'
export const make = () => new Own()
// file: plain.ts
import * as tf from '@tensorflow/tfjs'
class Plain { forward(x) { return tf.matMul(x, x) } }
export { Plain as default }
`,
  'star barrels with conflicts': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { forward, own } from './barrel'
import * as all from './barrel'
tf.losses.softmaxCrossEntropy(y, own(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, forward(x)) //! unknown
tf.losses.softmaxCrossEntropy(y, all.forward(x)) //! unknown
tf.losses.softmaxCrossEntropy(y, all.same(x)) //! clean
// file: barrel.ts
export * from './soft'
export * from './plain'
export { forward as own } from './soft'
// file: soft.ts
import * as tf from '@tensorflow/tfjs'
export const forward = (x) => tf.softmax(x)
export * from './base'
// file: plain.ts
import * as tf from '@tensorflow/tfjs'
export const forward = (x) => tf.matMul(x, x)
export * from './base'
// file: base.ts
import * as tf from '@tensorflow/tfjs'
export const same = (x) => tf.matMul(x, x)
`,
  'circular imports': `
// file: a.ts
import * as tf from '@tensorflow/tfjs'
import { helper } from './b'
export const last = 'softmax'
export const none = 'linear'
tf.losses.softmaxCrossEntropy(y, helper(x)) //! probabilities-as-logits
// file: b.ts
import * as tf from '@tensorflow/tfjs'
import { last, none } from './a'
export * from './a'
export function helper(x) { return tf.layers.dense({ units: 3, activation: last }).apply(x) }
tf.losses.softmaxCrossEntropy(y, tf.layers.dense({ units: 3, activation: none }).apply(x)) //! clean
`,
  'dynamic imports': `
// file: main.ts
const LIBRARY = '@tensorflow/tfjs'
const dir = './nets'
export async function run(x, y) {
  const tf = await import(LIBRARY)
  const { soft } = await import('./nets/soft.js')
  const { default: plain } = await import(\`\${dir}/plain\`)
  const [{ soft: again }, other] = await Promise.all([import('./nets/soft'), import('./nets/plain')])
  tf.losses.softmaxCrossEntropy(y, soft(x)) //! probabilities-as-logits
  tf.losses.softmaxCrossEntropy(y, plain(x)) //! clean
  tf.losses.softmaxCrossEntropy(y, again(x)) //! probabilities-as-logits
  tf.losses.softmaxCrossEntropy(y, other.default(x)) //! clean
  import('./nets/soft').then(({ soft }) => tf.losses.softmaxCrossEntropy(y, soft(x))) //! probabilities-as-logits
  import('./nets/plain').then((m) => tf.losses.softmaxCrossEntropy(y, m.default(x))) //! clean
}
// file: nets/soft.ts
import * as tf from '@tensorflow/tfjs'
export function soft(x) { return tf.softmax(x) }
// file: nets/plain/index.ts
import * as tf from '@tensorflow/tfjs'
export default (x) => tf.matMul(x, x)
`,
  'an import of a name that is known only at run time': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
export async function run(name: string, x, y) {
  const { soft } = await import(\`./nets/\${name}\`)
  tf.losses.softmaxCrossEntropy(y, soft(x)) //! unknown
}
// file: nets/soft.ts
import * as tf from '@tensorflow/tfjs'
export function soft(x) { return tf.softmax(x) }
`,
  'manifests: imports, exports, workspaces': `
// file: apps/web/src/main.ts
import * as tf from '@tensorflow/tfjs'
import { soft } from '#nets/soft'
import { plain } from '@acme/nets'
import { deep } from '@acme/nets/deep'
import { old } from 'legacy'
tf.losses.softmaxCrossEntropy(y, soft(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, plain(x)) //! clean
tf.losses.softmaxCrossEntropy(y, deep(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, old(x)) //! clean
// file: apps/web/package.json
{ "name": "web", "imports": { "#nets/*": "./src/nets/*.ts" }, "dependencies": { "@acme/nets": "workspace:*" } }
// file: apps/web/src/nets/soft.ts
import * as tf from '@tensorflow/tfjs'
export const soft = (x) => tf.softmax(x)
// file: package.json
{ "name": "root", "private": true, "workspaces": ["apps/*", "packages/*", "tools/legacy"] }
// file: packages/nets/package.json
{ "name": "@acme/nets", "main": "dist/index.js", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" }, "./deep": "./src/deep.ts" } }
// file: packages/nets/src/index.ts
import * as tf from '@tensorflow/tfjs'
export const plain = (x) => tf.matMul(x, x)
// file: packages/nets/src/deep.ts
import * as tf from '@tensorflow/tfjs'
export const deep = (x) => tf.softmax(x)
// file: tools/legacy/package.json
{ "name": "legacy", "main": "lib/index.js" }
// file: tools/legacy/lib/index.js
const tf = require('@tensorflow/tfjs')
exports.old = (x) => tf.matMul(x, x)
`,
  'paths of tsconfig': `
// file: src/main.ts
import * as tf from '@tensorflow/tfjs'
import { soft } from '@nets/soft'
import { plain } from '~/nets/plain'
tf.losses.softmaxCrossEntropy(y, soft(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, plain(x)) //! clean
// file: tsconfig.json
{ "compilerOptions": { "baseUrl": ".", "paths": { "@nets/*": ["src/nets/*"], "~/*": ["./src/*"], } } } // comments are fine
// file: src/nets/soft.ts
import * as tf from '@tensorflow/tfjs'
export const soft = (x) => tf.softmax(x)
// file: src/nets/plain.ts
import * as tf from '@tensorflow/tfjs'
export const plain = (x) => tf.matMul(x, x)
`,
}

describe('modules are followed', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program.slice(1))
    expect(found).toEqual(expected)
  })
})

test('what JSON holds is found where the file says it', () => {
  const main =
    "import * as tf from '@tensorflow/tfjs'\nimport c from './c.json'\ntf.losses.softmaxCrossEntropy(y, tf.layers.dense(c).apply(x))\n"
  const files = { 'c.json': '{\n  "units": 3,\n  "activation": "softmax"\n}\n', 'main.ts': main }
  const [finding] = report(files).findings
  expect(finding!.related.map(({ at }) => `${at.file}:${at.line}:${at.column}`)).toContain('c.json:3:17')
})

test('JSON that is broken or too long leaves the use unknown, and is named', () => {
  const main =
    "import * as tf from '@tensorflow/tfjs'\nimport c from './c.json'\ntf.losses.softmaxCrossEntropy(y, tf.layers.dense({ activation: c.head }).apply(x))\n"
  for (const json of ['{ "head": { "activation": "softmax" }', '', '{ "head": 1 } 2', `{ "head": "${'x'.repeat(200_000)}" }`]) {
    const { uses, problems } = report({ 'c.json': json, 'main.ts': main })
    expect(problems).toEqual([])
    expect(uses).toMatchObject([{ verdict: 'unknown', reason: expect.stringContaining('c.json') }])
  }
})

function report(texts: Record<string, string>) {
  const host = { read: (path: string) => texts[path], isFile: (path: string) => Object.hasOwn(texts, path) }
  return lint({ files: [{ path: 'main.ts', text: texts['main.ts']! }], host })
}
