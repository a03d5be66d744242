/**
 * What `diagnose` costs on WebGL, drawn by the processor: `node bench/webgl.mjs [--record]`. Needs a built dist/ and a Chromium.
 * Steps with a wrapper that examines each call, and two kinds without one, come in turn; what the two without differ by is noise.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const args = ['--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args })
try {
  const page = await browser.newPage()
  await page.addScriptTag({ path: path('../node_modules/@tensorflow/tfjs/dist/tf.min.js') })
  await page.evaluate(load, readFileSync(path('../dist/runtime.js'), 'utf8'))
  const rows = []
  for (const [batch, classes, steps] of [
    [32, 10, 200],
    [256, 1000, 100],
    [4096, 1000, 15],
  ]) {
    const medians = await page.evaluate(measure, [batch, classes, steps])
    rows.push({ backend: 'webgl', batch, classes, ...medians })
    console.log(rows.at(-1))
  }
  if (process.argv.includes('--record')) writeFileSync(path('webgl.json'), `${JSON.stringify({ rows }, null, 2)}\n`)
} finally {
  await browser.close()
}

async function load(source) {
  globalThis.runtime = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
  await globalThis.tf.setBackend('webgl')
}

async function measure([batch, classes, steps]) {
  const { tf, runtime } = globalThis
  const plain = tf.losses.softmaxCrossEntropy
  const watched = runtime.diagnose(plain, { onFinding: 'collect', firstSteps: Number.POSITIVE_INFINITY })
  const target = tf.oneHot(tf.range(0, batch, 1, 'int32').mod(tf.scalar(classes, 'int32')).toInt(), classes).toFloat()
  const logits = tf.randomNormal([batch, classes], 0, 2, 'float32', 1)
  const step = async (loss) => {
    const start = performance.now()
    const { value, grads } = tf.valueAndGrads((x) => loss(target, x))([logits])
    await Promise.all([value.data(), grads[0].data()])
    const took = performance.now() - start
    tf.dispose([value, ...grads])
    return took
  }
  const kinds = { plain, again: plain, watched }
  const times = { plain: [], again: [], watched: [] }
  for (let i = -3; i < steps; i++)
    for (const [name, loss] of Object.entries(kinds)) {
      const took = await step(loss)
      if (i >= 0) times[name].push(took)
    }
  await watched.settled()
  const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
}
