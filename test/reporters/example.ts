import type { Place } from '../../src/place.js'
import type { Finding, Report } from '../../src/report.js'
import type { ReporterContext } from '../../src/reporters/reporter.js'

export const sources: Record<string, string> = {
  'train.ts': `import * as tf from '@tensorflow/tfjs'
import { head } from './model.js'

const probs = tf.softmax(head(x))

const loss = tf.losses.softmaxCrossEntropy(y, probs)
const other = tf.losses.sigmoidCrossEntropy(z, load())
`,
  'model.ts': `export function head(x) {
\treturn tf.softmax(x) // 出力層
}
`,
}

export function at(file: string, text: string, occurrence = 0): Place {
  let start = -1
  for (let index = 0; index <= occurrence; index++) start = sources[file]!.indexOf(text, start + 1)
  if (start < 0) throw new Error(`${text} is not in ${file}`)
  const before = sources[file]!.slice(0, start).split('\n')
  const column = before.at(-1)!.length + 1
  return { file, line: before.length, column, endLine: before.length, endColumn: column + text.length }
}

export const doubleSoftmax = {
  rule: 'probabilities-as-logits',
  severity: 'error',
  certainty: 'proved',
  message: {
    what: '`probs` holds a distribution, but `softmaxCrossEntropy` expects logits.',
    why: 'It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.',
    todo: 'Pass the value before softmax (line 4).',
  },
  data: { got: 'distribution', classes: 10 },
  loss: '@tensorflow/tfjs#losses.softmaxCrossEntropy',
  role: 'prediction',
  at: at('train.ts', 'probs', 1),
  related: [
    { at: at('train.ts', 'tf.softmax(head(x))'), note: 'softmax applied here' },
    { at: at('model.ts', 'tf.softmax(x)'), note: 'and here' },
  ],
  fixes: [{ title: 'Pass `head(x)`', safe: false, edits: [{ at: at('train.ts', 'probs', 1), text: 'head(x)' }] }],
  fingerprint: '00c0ffee00c0ffee',
} satisfies Finding

export const placeless = {
  rule: 'saturated-logits',
  severity: 'warning',
  certainty: 'likely',
  message: { what: '100 % of rows, e.g. row 0, are saturated.', why: 'Softmax is 0 or 1.', todo: 'Scale the scores.' },
  data: {},
  loss: 'torch#nn.CrossEntropyLoss',
  role: 'prediction',
  related: [],
  fixes: [],
  fingerprint: '00000000000000ff',
} satisfies Finding

export const report: Report = {
  version: 1,
  tool: { name: 'ce-lint', version: '0.0.0' },
  summary: { files: 3, uses: 3, clean: 0, unknown: 1, findings: { error: 1, warning: 1, info: 0 }, suppressed: 2 },
  uses: [
    { loss: doubleSoftmax.loss, at: at('train.ts', 'tf.losses.softmaxCrossEntropy(y, probs)'), verdict: 'finding' },
    {
      loss: '@tensorflow/tfjs#losses.sigmoidCrossEntropy',
      at: at('train.ts', 'tf.losses.sigmoidCrossEntropy(z, load())'),
      verdict: 'unknown',
      reason: '`load` is declared nowhere',
      stoppedAt: at('train.ts', 'load()'),
      remedy: 'Declare `load`.',
    },
    { loss: placeless.loss, verdict: 'finding' },
  ],
  findings: [doubleSoftmax, placeless],
  suppressed: [],
  problems: [{ file: 'broken.ts', message: 'does not parse: 3:7 expression expected' }],
}

export const clean: Report = {
  version: 1,
  tool: { name: 'ce-lint', version: '0.0.0' },
  summary: { files: 1, uses: 1, clean: 1, unknown: 0, findings: { error: 0, warning: 0, info: 0 }, suppressed: 0 },
  uses: [{ loss: doubleSoftmax.loss, at: at('train.ts', 'tf.losses.softmaxCrossEntropy(y, probs)'), verdict: 'clean' }],
  findings: [],
  suppressed: [],
  problems: [],
}

export const context: ReporterContext = {
  source: (file) => sources[file],
  color: false,
  unknown: false,
  rules: [
    {
      name: 'probabilities-as-logits',
      severity: 'error',
      summary: 'A distribution where logits are expected.',
      help: '# probabilities-as-logits\n',
    },
    { name: 'saturated-logits', severity: 'warning', summary: 'Scores so far apart that softmax is 0 or 1.' },
  ],
}
