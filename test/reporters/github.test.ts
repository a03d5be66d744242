import { expect, it } from 'vitest'
import { github } from '../../src/reporters/github.js'
import { clean, context, doubleSoftmax, report } from './example.js'

it('writes one command a finding, with what the service reads', () => {
  expect(github(report, { ...context, unknown: true })).toMatchInlineSnapshot(`
    "::error file=train.ts,line=6,endLine=6,col=47,endColumn=52,title=ce-lint(probabilities-as-logits)::\`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits. It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes. Pass the value before softmax (line 4).
    ::warning file=broken.ts,title=ce-lint::does not parse: 3:7 expression expected
    ::warning title=ce-lint(saturated-logits)::100 %25 of rows, e.g. row 0, are saturated. Softmax is 0 or 1. Scale the scores.
    ::notice file=train.ts,line=7,endLine=7,col=15,endColumn=55,title=ce-lint::not understood: @tensorflow/tfjs#losses.sigmoidCrossEntropy, \`load\` is declared nowhere
    3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 1 fixable with --fix --unsafe-fixes · 2 suppressed · 1 problem
    "
  `)
})

it('escapes what would end a property or a message', () => {
  const at = { ...doubleSoftmax.at!, file: 'a,b:c%.ts', endLine: 7 }
  const message = { what: 'One\r\ntwo: 50 %.', why: 'Why, so.', todo: 'Do.' }
  expect(github({ ...clean, findings: [{ ...doubleSoftmax, at, message }] }, context).split('\n')[0]).toBe(
    '::error file=a%2Cb%3Ac%25.ts,line=6,endLine=7,title=ce-lint(probabilities-as-logits)::One%0D%0Atwo: 50 %25. Why, so. Do.',
  )
})

it('names the cell of a notebook, whose lines the file does not count', () => {
  const at = { ...doubleSoftmax.at!, file: 'nb.ipynb', cell: 4 }
  expect(github({ ...clean, findings: [{ ...doubleSoftmax, at }] }, context)).toMatch(
    /^::error file=nb\.ipynb,title=ce-lint\(probabilities-as-logits\)::cell 4, line 6: `probs` holds a distribution/,
  )
})

it('stops at ten a level and says how many are left out', () => {
  const findings = Array.from({ length: 12 }, () => doubleSoftmax)
  const lines = github({ ...report, findings, problems: [] }, context)
    .trimEnd()
    .split('\n')
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
  expect(lines.slice(10)).toEqual([
    '2 more errors left out: annotations are capped at 10 a level',
    '3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 12 fixable with --fix --unsafe-fixes · 2 suppressed',
  ])
})
