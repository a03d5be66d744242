import { parse } from 'junit2json'
import { expect, it } from 'vitest'
import type { Report } from '../../src/report.js'
import { junit } from '../../src/reporters/junit.js'
import { clean, doubleSoftmax, report } from './example.js'

/** As a program that reads JUnit's reports sees it. */
async function read(of: Report) {
  const read = await parse(junit(of))
  if (!read || !('testsuite' in read) || !Array.isArray(read.testsuite)) throw new Error('no suites')
  return read
}

it('is one case a loss call: failed, skipped with the reason, or in error where a file could not be read', async () => {
  const { testsuite, ...totals } = await read(report)
  expect(totals).toEqual({ name: 'ce-lint', tests: 4, failures: 2, errors: 1, skipped: 1 })
  expect(testsuite?.map((suite) => 'name' in suite && suite.name)).toEqual(['broken.ts', 'torch#nn.CrossEntropyLoss', 'train.ts'])
  expect(junit({ ...report, problems: [] })).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="ce-lint" tests="3" failures="2" errors="0" skipped="1">
      <testsuite name="torch#nn.CrossEntropyLoss" tests="1" failures="1" errors="0" skipped="0">
        <testcase name="saturated-logits torch#nn.CrossEntropyLoss" classname="torch#nn.CrossEntropyLoss" file="torch#nn.CrossEntropyLoss">
          <failure type="saturated-logits" message="warning: 100 % of rows, e.g. row 0, are saturated. (likely)">100 % of rows, e.g. row 0, are saturated.
    Softmax is 0 or 1.
    Scale the scores.</failure>
        </testcase>
      </testsuite>
      <testsuite name="train.ts" tests="2" failures="1" errors="0" skipped="1">
        <testcase name="probabilities-as-logits @tensorflow/tfjs#losses.softmaxCrossEntropy train.ts:6:47" classname="train.ts" file="train.ts">
          <failure type="probabilities-as-logits" message="error: \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits. (proved)">\`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.
    It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.
    Pass the value before softmax (line 4).
    train.ts:4:15 softmax applied here
    model.ts:2:9 and here</failure>
        </testcase>
        <testcase name="@tensorflow/tfjs#losses.sigmoidCrossEntropy train.ts:7:15" classname="train.ts" file="train.ts">
          <skipped message="not understood: \`load\` is declared nowhere"/>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `)
})

it('passes what is clean, and what is no more than a remark', async () => {
  expect(await read(clean)).toMatchObject({ tests: 1, failures: 0, errors: 0, skipped: 0 })
  const remark = { ...doubleSoftmax, severity: 'info' as const }
  const { testsuite, ...totals } = await read({ ...clean, uses: [], findings: [remark] })
  expect(totals).toMatchObject({ tests: 1, failures: 0 })
  expect(JSON.stringify(testsuite)).toContain('It applies softmax itself')
})

it('keeps what XML would take for itself, and replaces what it cannot hold', async () => {
  const message = { what: '`a < b && c["x"]` \u0000 <!-- ]]> -->', why: 'Ω.', todo: '&amp;' }
  const { testsuite } = await read({ ...clean, uses: [], findings: [{ ...doubleSoftmax, message }] })
  const text = JSON.stringify(testsuite)
  for (const part of ['`a < b && c[', '\ufffd <!-- ]]> -->', 'Ω.', '&amp;']) expect(text).toContain(part)
})

it('is a document with no suites where there was nothing to judge', () => {
  expect(junit({ ...clean, uses: [] })).toContain('<testsuites name="ce-lint" tests="0" failures="0" errors="0" skipped="0"/>')
})
