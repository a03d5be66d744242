import { describe, expect, it } from 'vitest'
import { repairs } from './repairs.js'

const head = "import * as tf from '@tensorflow/tfjs'"
const step = 'const f = (x, w, ys) => tf.losses.softmaxCrossEntropy(ys, tf.softmax(tf.matMul(x, w))) // é'
const model = [
  'const model = tf.sequential()',
  "model.add(tf.layers.dense({ units: 1, activation: 'softmax', inputShape: [4] }))",
  "model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' })",
].join('\n')

const scripts: Record<string, (code: string) => string> = {
  'a.vue': (code) =>
    `<template>\n\t<p>tf.softmax({{ x }})</p>\n</template>\n\n<script setup lang="ts">\n${code}\n</script>\n\n<style>p { color: red }</style>\n`,
  'b.vue': (code) => `<script>\n${code}\nexport default { data: () => ({ f }) }\n</script>\n<template><p/></template>\n`,
  'c.svelte': (code) => `<script>\n${code}\n</script>\n\n<button on:click={() => f(1)}>tf.softmax</button>\n`,
  'd.html': (code) => `<!doctype html>\n<p>tf.softmax</p>\n<script type="module">\n${code}\n</script>\n<script>1</script>\n`,
}

describe('of a page or a component', () => {
  const all = Object.entries(scripts).flatMap(([file, wrap]) => ['\n', '\r\n'].map((end) => [file, wrap, end] as const))
  it.each(all)('%s nothing but the script changes', async (file, wrap, end) => {
    const text = wrap([head, step, model].join('\n')).replaceAll('\n', end)
    const safe = text.replace('tf.softmax(tf.matMul(x, w))', 'tf.matMul(x, w)')
    expect((await repairs({ [file]: text })).texts.get(file)).toBe(safe)
    const { texts, report } = await repairs({ [file]: text }, true)
    expect([texts.get(file), report.findings]).toEqual([safe.replace("activation: 'softmax'", "activation: 'sigmoid'"), []])
  })
})

const code = [
  'from torch import Tensor, nn\n',
  'from torch.nn import NLLLoss\n',
  '%time\n',
  '\n',
  'def f(x: Tensor, w: Tensor, y: Tensor):\n',
  '\tz = x @ w  # "é" \\n\n',
  '\treturn NLLLoss()(z, y)',
]

/** A notebook as other programs write it: their order, spaces and escapes are theirs. */
const notebooks: Record<string, string> = {
  'one space': JSON.stringify(
    { nbformat: 4, cells: [{ source: code, cell_type: 'code', metadata: {}, outputs: [{ data: 'é / \u2028' }], execution_count: 1 }] },
    null,
    1,
  ),
  'four spaces, escapes and no end of line': JSON.stringify(
    { cells: [{ cell_type: 'code', source: code }], nbformat: 4 },
    null,
    4,
  ).replaceAll('é', '\\u00e9'),
  'tabs and an end of line': `${JSON.stringify({ cells: [{ cell_type: 'code', metadata: { a: 1.0 }, source: code }] }, null, '\t')}\n`,
  'one line': JSON.stringify({
    cells: [
      { cell_type: 'markdown', source: 'NLLLoss' },
      { cell_type: 'code', source: code.join('') },
    ],
  }),
  'lines of Windows': JSON.stringify({ cells: [{ cell_type: 'code', source: code }] }, null, 1).replaceAll('\n', '\r\n'),
}

describe('of a notebook', () => {
  it.each(Object.entries(notebooks))('with %s nothing but the source of what is fixed changes', async (_, text) => {
    const { texts, fixed } = await repairs({ 'a.ipynb': text })
    const expected = text.replace('import NLLLoss', 'import CrossEntropyLoss').replace('NLLLoss()(z', 'CrossEntropyLoss()(z')
    expect([fixed, texts.get('a.ipynb')]).toEqual([1, expected])
  })
})

describe('of other files', () => {
  it.each([
    ['tabs and lines of Windows', 'a.ts', `${head}\r\n\texport ${step}\r\n`],
    ['no end of line', 'a.mts', `${head}\nexport ${step}`],
    ['a hashbang', 'a.mjs', `#!/usr/bin/env node\n${head}\nexport ${step}\n`],
    ['types', 'a.tsx', `${head}\nexport ${step.replace('(x, w, ys)', '(x: tf.Tensor2D, w: tf.Tensor2D, ys: tf.Tensor)')}\n`],
    ['the other module system', 'a.cjs', `const tf = require('@tensorflow/tfjs')\nexports.${step.slice(6)}\n`],
  ])('with %s nothing but the argument changes', async (_, file, text) => {
    expect((await repairs({ [file]: text })).texts.get(file)).toBe(text.replace('tf.softmax(tf.matMul(x, w))', 'tf.matMul(x, w)'))
  })
})
