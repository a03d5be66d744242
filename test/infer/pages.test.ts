import { describe, expect, it } from 'vitest'
import { loadFormats } from '../../src/frontends/embedded/formats.js'
import { verdicts } from '../support/verdicts.js'

await loadFormats(['.html', '.vue', '.svelte', '.md'])

const softmax = `tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })`
const scores = `tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })`
const compile = (verdict: string) => `model.compile({
  optimizer: 'adam',
  loss: tf.losses.softmaxCrossEntropy, //! ${verdict}
})`
const cdn = '<script src="https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4/dist/tf.min.js"></script>'

/** Each is the same program over a misused loss and over one that is used rightly. */
const twins: Record<string, (model: string, verdict: string) => string> = {
  'an inline script': (model, verdict) => `// file: index.html
<!doctype html>
${cdn}
<script>
  const model = ${model}
  ${compile(verdict)}
</script>`,
  'two inline scripts': (model, verdict) => `// file: index.html
<script>const model = ${model}</script>
<p>
<script type="module">
${compile(verdict)}
</script>`,
  'two script files of a page': (model, verdict) => `// file: index.html
${cdn}<script src="js/model.js"></script><script src="./js/train.js"></script>
// file: js/model.js
const model = ${model}
// file: js/train.js
${compile(verdict)}`,
  'a function of another script': (model, verdict) => `// file: index.html
<script src="model.js"></script>
<script>
  function train() {
    const model = createModel()
    ${compile(verdict)}
  }
</script>
// file: model.js
function createModel() {
  return ${model}
}`,
  'a function that another script calls': (model, verdict) => `// file: index.html
<script src="train.js"></script>
<script>train(${model})</script>
// file: train.js
function train(model) {
  ${compile(verdict)}
}`,
  'a variable that another script sets': (model, verdict) => `// file: index.html
<script>let model</script><script src="build.js"></script><script src="train.js"></script>
// file: build.js
async function build() { model = ${model} }
// file: train.js
function train() {
${compile(verdict)}
}`,
  'an object on the window': (model, verdict) => `// file: index.html
<script src="app.js"></script>
<script>
  const { model } = App.create()
  ${compile(verdict)}
</script>
// file: app.js
;(function () {
  window.App = { create: () => ({ model: ${model} }) }
})()`,
  'a module from a CDN': (model, verdict) => `// file: index.html
<script type="module">
import * as tf from 'https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4/+esm'
const model = ${model}
${compile(verdict)}
</script>`,
  'names of an import map': (model, verdict) => `// file: index.html
<script type="importmap">{ "imports": { "tensors": "https://esm.sh/@tensorflow/tfjs@4.22.0", "lib/": "./js/" } }</script>
<script type="module">
import * as tf from 'tensors'
import { model } from 'lib/model.js'
${compile(verdict)}
</script>
// file: js/model.js
import * as tf from 'tensors'
export const model = ${model}`,
  'a component with setup': (model, verdict) => `// file: App.vue
<template><button @click="train">go</button></template>
<script setup lang="ts">
import * as tf from '@tensorflow/tfjs'
import { build } from './Model.vue'
async function train(): Promise<void> {
  const model = build()
  ${compile(verdict)}
}
</script>
// file: Model.vue
<script>
import * as tf from '@tensorflow/tfjs'
export const build = () => ${model}
</script>`,
  'a component with methods': (model, verdict) => `// file: App.vue
<script>
import * as tf from '@tensorflow/tfjs'
export default {
  methods: {
    build() { return ${model} },
    train() {
      const model = this.build()
      ${compile(verdict)}
    },
  },
}
</script>`,
  'a component of Svelte': (model, verdict) => `// file: App.svelte
<script context="module">
  import * as tf from '@tensorflow/tfjs'
  const model = ${model}
</script>
<script>
  export let ready
  $: if (ready) {
    ${compile(verdict)}
  }
</script>
<h1>{ready}</h1>`,
  'two code blocks': (model, verdict) => `// file: README.md
\`\`\`js
import * as tf from '@tensorflow/tfjs'
const model = ${model}
\`\`\`
and then
\`\`\`js
${compile(verdict)}
\`\`\``,
  'a module for everyone': (model, verdict) => `// file: main.js
const build = require('./build')
const model = build.create()
${compile(verdict)}
// file: build.js
(function (root, factory) {
  if (typeof define === 'function' && define.amd) define(['@tensorflow/tfjs'], factory)
  else if (typeof module === 'object' && module.exports) module.exports = factory(require('@tensorflow/tfjs'))
  else root.Build = factory(root.tf)
})(this, function (tf) {
  function create() { return ${model} }
  return { create: create }
})`,
  'the same as a global': (model, verdict) => `// file: index.html
<script src="build.js"></script>
<script>
const model = Build.create()
${compile(verdict)}
</script>
// file: build.js
(function (root, factory) {
  if (typeof module === 'object' && module.exports) module.exports = factory(require('@tensorflow/tfjs'))
  else root.Build = factory(root.tf)
})(typeof self !== 'undefined' ? self : this, function (tf) {
  return { create: function () { return ${model} } }
})`,
  'exports one by one': (model, verdict) => `// file: main.js
const { create } = require('./build')
const model = create()
${compile(verdict)}
// file: build.js
const tf = require('@tensorflow/tfjs')
exports.create = () => ${model}`,
}

describe.each(Object.entries(twins))('%s', (_, program) => {
  it.each([
    [softmax, 'probabilities-as-logits'],
    [scores, 'clean'],
  ])('%s', (model, verdict) => {
    const { found, expected } = verdicts(program(model, verdict))
    expect(found).toEqual(expected)
  })
})

const programs: Record<string, string> = {
  'modules do not share': `// file: index.html
<script type="module">const model = ${softmax}</script>
<script>
${compile('unknown')}
</script>`,
  'files of different pages do not share': `// file: a.html
<script src="model.js"></script>
// file: b.html
<script src="train.js"></script>
// file: model.js
const model = ${softmax}
// file: train.js
${compile('unknown')}`,
  'a script that modules load reads what is shared': `// file: index.html
<script src="model.js"></script><script type="module" src="train.js"></script>
// file: model.js
const model = ${softmax}
// file: train.js
export {}
${compile('probabilities-as-logits')}`,
  'pages that load one script with different others: any may be meant': `// file: a.html
<script src="right.js"></script><script src="train.js"></script>
// file: b.html
<script src="wrong.js"></script><script src="train.js"></script>
// file: right.js
const model = ${scores}
// file: wrong.js
const model = ${softmax}
// file: train.js
${compile('unknown')}`,
  'a model to which another script adds layers': `// file: index.html
<script src="model.js"></script>
<script>
model.add(tf.layers.dense({ units: 3, activation: 'softmax' }))
${compile('unknown')}
</script>
// file: model.js
const model = tf.sequential()
model.add(tf.layers.dense({ units: 8 }))`,
  'a member that another script sets': `// file: index.html
<script src="app.js"></script><script>App.model = ${scores}</script>
<script>
const model = App.model
${compile('unknown')}
</script>
// file: app.js
const App = { model: ${softmax} }`,
  'a name that nothing of the page defines': `// file: index.html
<script>
${compile('unknown')}
</script>`,
  'a function that only an attribute calls': `// file: index.html
<button onclick="train(model)">
<script>
function train(model) {
${compile('unknown')}
}
</script>`,
  'members that hooks and other methods set': `// file: App.vue
<script>
import * as tf from '@tensorflow/tfjs'
export default {
  data() { return { model: null } },
  mounted() { this.model = ${scores} },
  methods: {
    build() { this.net = ${scores} },
    train() {
      this.model.compile({
        optimizer: 'adam',
        loss: tf.losses.softmaxCrossEntropy, //! unknown
      })
      this.net.compile({
        optimizer: 'adam',
        loss: tf.losses.softmaxCrossEntropy, //! clean
      })
    },
  },
}
</script>`,
  'a placeholder': `// file: index.html
<script>
const app = { model: null, train() {
  this.model.compile({
    optimizer: 'adam',
    loss: tf.losses.softmaxCrossEntropy, //! unknown
  })
} }
</script>`,
  'a property that the user of a component may set': `// file: App.svelte
<script>
import * as tf from '@tensorflow/tfjs'
export let activation = 'softmax'
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] })
${compile('unknown')}
</script>`,
}

it.each(Object.entries(programs))('%s', (_, program) => {
  const { found, expected } = verdicts(program)
  expect(found).toEqual(expected)
})
