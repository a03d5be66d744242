import { expect, test } from 'vitest'
import { lint } from '../../src/lint.js'

/** Each bound on the work has a program that meets it: the verdict is "not understood", the bound is the reason, and it ends soon. */
const times = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** Functions that call the next one twice, so that the ways double with each. */
const doubling = `${times(22, (at) => `const f${at} = (a) => tf.concat([f${at + 1}(tf.reshape(a, [1])), f${at + 1}(tf.reshape(a, [2]))])`)}
const f22 = (a) => a
const scores = tf.layers.dense({ units: 3 }).apply(x)`

const programs: Record<string, { program: string; reason: string }> = {
  'steps of one question': {
    program: `${doubling}\ntf.losses.softmaxCrossEntropy(y, f0(scores))`,
    reason: 'it takes more than 20,000 steps to follow',
  },
  'nested steps': {
    program: `const a0 = tf.softmax(x)\n${times(300, (at) => `const a${at + 1} = tf.reshape(a${at}, [1])`)}\ntf.losses.softmaxCrossEntropy(y, a300)`,
    reason: 'it passes through more than 260 steps',
  },
  'nested calls': {
    program: `${times(30, (at) => `const f${at} = (a) => f${at + 1}(a)`)}\nconst f30 = (a) => tf.softmax(a)\ntf.losses.softmaxCrossEntropy(y, f0(x))`,
    reason: 'functions call each other too deeply',
  },
  recursion: {
    program: 'const again = (a) => again(tf.softmax(a))\ntf.losses.softmaxCrossEntropy(y, again(x))',
    reason: 'functions call each other too deeply',
  },
  'different values': {
    program: `let layer\n${times(60, (at) => `if (flag${at}) layer = tf.layers.dense({ units: ${at + 2} })`)}\ntf.losses.softmaxCrossEntropy(y, layer.apply(x))`,
    reason: 'more than 48 different values can arrive here',
  },
}

test.each(Object.entries(programs))('%s', (_, { program, reason }) => {
  expect(reasons(program)).toEqual([reason])
})

test('steps of one file', () => {
  const found = reasons(`${doubling}\n${times(40, (at) => `tf.losses.softmaxCrossEntropy(y, f0(tf.reshape(scores, [${at}])))`)}`)
  expect(found[0]).toBe('it takes more than 20,000 steps to follow')
  expect(found.at(-1)).toBe('the file takes more than 100,000 steps to follow')
}, 20_000)

function reasons(program: string): (string | undefined)[] {
  const text = `import * as tf from '@tensorflow/tfjs'\n${program}\n`
  return lint({ files: [{ path: 'main.ts', text }] }).uses.map(({ verdict, reason }) => (verdict === 'unknown' ? reason : verdict))
}
