import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { bounded, broken, double, model, opaque } from './programs.js'

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')

it('writes SARIF that satisfies the published schema, with the page of each rule', () => {
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv as never)
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  const cwd = tree({ 'src/train.ts': double, 'src/model.js': model, 'opaque.ts': opaque, 'bounded.ts': bounded, 'broken.ts': broken })
  const log = JSON.parse(cli(cwd, ['-f', 'sarif']).stdout)
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  const [{ tool, results, invocations }] = log.runs
  expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(rules.map((rule) => rule.name))
  expect(
    tool.driver.rules.every((rule: { id: string; help?: { markdown: string } }) => rule.help?.markdown.startsWith(`# ${rule.id}\n`)),
  ).toBe(true)
  expect(results.map((result: { ruleId: string; ruleIndex: number }) => tool.driver.rules[result.ruleIndex].id)).toEqual([
    'bounded-logits',
    'probabilities-as-logits',
    'probabilities-as-logits',
  ])
  expect(invocations[0].toolExecutionNotifications).toHaveLength(1)
})
