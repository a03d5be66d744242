import { expect, test } from 'vitest'
import { lint } from '../../src/lint.js'

/** An object's method is called in a function that is given the object, which another such function calls, and so on. */
function removed(count: number, more = ''): ReturnType<typeof lint> {
  const between = Array.from({ length: count }, (_, at) => `  hop${at + 1}: (o) => o.hop${at}(o),`)
  const text = `import * as tf from '@tensorflow/tfjs'
const api = {
  ce: (y, p) => tf.losses.softmaxCrossEntropy(y, p),
  hop0: (o) => o.ce(y, tf.softmax(x)),
${between.join('\n')}
}
api.hop${count}(api)
${more}
`
  return lint({ files: [{ path: 'main.ts', text }] })
}

test('callers at a few removes are found', () => {
  for (const count of [0, 1]) expect(removed(count).findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'proved' }])
})

test('beyond, it is said that they are not known', () => {
  expect(removed(8).uses).toMatchObject([{ verdict: 'unknown', reason: 'who calls it shows only at more than 3 removes' }])
})

test('a caller that is right does not speak for those that are not known', () => {
  expect(removed(8, 'api.ce(y, tf.matMul(x, x))').uses).toMatchObject([{ verdict: 'unknown' }])
})

test('a caller that is wrong is told, and not that all are', () => {
  expect(removed(8, 'api.ce(y, tf.softmax(x))').findings).toMatchObject([{ rule: 'probabilities-as-logits', certainty: 'likely' }])
})

test('the order of files decides nothing', () => {
  const files = Array.from({ length: 9 }, (_, at) => ({
    path: `hop${at}.ts`,
    text: `import * as tf from '@tensorflow/tfjs'\nexport const hop${at} = (o) => ${at === 0 ? 'o.ce(y, tf.softmax(x))' : `o.hop${at - 1}(o)`}\n`,
  }))
  const imports = files.map((_, at) => `import { hop${at} } from './hop${at}'`).join('\n')
  const main = `import * as tf from '@tensorflow/tfjs'
${imports}
const ce = (y, p) => tf.losses.softmaxCrossEntropy(y, p)
const api = { ce, ${files.map((_, at) => `hop${at}`).join(', ')} }
api.hop8(api)
hop0(api)
`
  const all = [...files, { path: 'main.ts', text: main }]
  const once = JSON.stringify(lint({ files: all }))
  expect(once).toContain('"verdict"')
  for (const turn of [1, 4, 7]) expect(JSON.stringify(lint({ files: [...all.slice(turn), ...all.slice(0, turn)].reverse() }))).toBe(once)
})
