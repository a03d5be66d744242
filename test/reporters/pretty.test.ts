import { describe, expect, it } from 'vitest'
import { pretty } from '../../src/reporters/pretty.js'
import { clean, context, doubleSoftmax, report } from './example.js'

describe('pretty', () => {
  it('frames every place of the trace, across files', () => {
    expect(pretty(report, context)).toMatchInlineSnapshot(`
      "problem broken.ts
        does not parse: 3:7 expression expected

      error probabilities-as-logits  proved
        train.ts:6:47
        4 │ const probs = tf.softmax(head(x))
          │               ─────────────────── softmax applied here
        5 │
        6 │ const loss = tf.losses.softmaxCrossEntropy(y, probs)
          │                                               ─────
          │                                               \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.
        model.ts:2:9
        2 │   return tf.softmax(x) // 出力層
          │          ───────────── and here
        why   It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.
        do    Pass the value before softmax (line 4).
        fix   Pass \`head(x)\` [unsafe]

      warning saturated-logits  likely
        torch#nn.CrossEntropyLoss
        100 % of rows, e.g. row 0, are saturated.
        why   Softmax is 0 or 1.
        do    Scale the scores.

      ce-lint --unknown lists the call that was not understood
      3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 1 fixable with --fix --unsafe-fixes · 2 suppressed · 1 problem
      "
    `)
  })

  it('lists what was not understood when asked to', () => {
    expect(pretty({ ...report, findings: [], problems: [] }, { ...context, unknown: true })).toMatchInlineSnapshot(`
      "not understood @tensorflow/tfjs#losses.sigmoidCrossEntropy
        train.ts:7:15
        7 │ const other = tf.losses.sigmoidCrossEntropy(z, load())
          │               ──────────────────────────────────────── what this is given is not known
          │                                                ────── \`load\` is declared nowhere
        do    Declare \`load\`.

      3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 2 suppressed · 2 below error not shown
      "
    `)
  })

  it('names the places where the source cannot be had', () => {
    expect(pretty({ ...report, findings: [doubleSoftmax], problems: [] }, { ...context, source: () => undefined })).toMatchInlineSnapshot(`
      "error probabilities-as-logits  proved
        train.ts:6:47
        \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.
        train.ts:4:15 softmax applied here
        model.ts:2:9
        and here
        why   It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.
        do    Pass the value before softmax (line 4).
        fix   Pass \`head(x)\` [unsafe]

      ce-lint --unknown lists the call that was not understood
      3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 1 fixable with --fix --unsafe-fixes · 2 suppressed · 1 below error not shown
      "
    `)
  })

  it('counts lines within the cell of a notebook', () => {
    const at = { ...doubleSoftmax.at!, file: 'nb.ipynb', cell: 4 }
    const related = [{ at: { ...at, cell: 2 }, note: 'softmax applied here' }]
    expect(pretty({ ...clean, findings: [{ ...doubleSoftmax, at, related }] }, context)).toMatchInlineSnapshot(`
      "error probabilities-as-logits  proved
        nb.ipynb:cell 4:6:47
        \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.
        nb.ipynb:cell 2:6:47
        softmax applied here
        why   It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.
        do    Pass the value before softmax (line 4).
        fix   Pass \`head(x)\` [unsafe]

      1 loss call in 1 file: 1 clean · 1 fixable with --fix --unsafe-fixes
      "
    `)
  })

  it('shows the lines of the cells of a notebook', () => {
    const cells: Record<number, string> = { 2: 'x = load()\nprobs = softmax(x)', 4: 'loss = cross_entropy(probs, y)' }
    const at = { file: 'nb.ipynb', line: 1, column: 22, endLine: 1, endColumn: 27, cell: 4 }
    const related = [{ at: { ...at, cell: 2, line: 2, column: 9, endLine: 2, endColumn: 19 }, note: 'softmax applied here' }]
    const notebook = { ...context, source: (_: string, cell?: number) => cells[cell ?? 0] }
    expect(pretty({ ...clean, findings: [{ ...doubleSoftmax, at, related }] }, notebook)).toMatchInlineSnapshot(`
      "error probabilities-as-logits  proved
        nb.ipynb:cell 4:1:22
        1 │ loss = cross_entropy(probs, y)
          │                      ───── \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.
        nb.ipynb:cell 2:2:9
        2 │ probs = softmax(x)
          │         ────────── softmax applied here
        why   It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.
        do    Pass the value before softmax (line 4).
        fix   Pass \`head(x)\` [unsafe]

      1 loss call in 1 file: 1 clean · 1 fixable with --fix --unsafe-fixes
      "
    `)
  })

  it('prints the closing line also when all is well', () => {
    expect(pretty(clean, context)).toBe('1 loss call in 1 file: 1 clean\n')
  })

  it('colours what it prints without changing it', () => {
    const colored = pretty(report, { ...context, color: true })
    expect(colored).toContain('\u001b[31m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(pretty(report, context))
  })
})
