import { describe, expect, it } from 'vitest'
import { aboutComments, rules } from '../../rules/index.js'
import { judge } from '../../src/run.js'
import type { Use } from '../../src/use.js'
import { cases } from './cases.js'

function found(use: Use) {
  return judge(
    use,
    rules,
    () => true,
    (rule, error) => {
      throw new Error(rule, { cause: error })
    },
  ).findings
}

/** Those about comments have their cases beside the filter and the inference that find them. */
const ofUses = rules.filter((rule) => !aboutComments.includes(rule))

describe.each(ofUses.map((rule) => rule.name))('%s', (name) => {
  const { fires = [], quiet = [] } = cases[name] ?? {}

  it('has a firing and a quiet case', () => {
    expect(fires.length).toBeGreaterThan(0)
    expect(quiet.length).toBeGreaterThan(0)
  })

  it.each(fires.map((use, i) => [i, use] as const))('explains case %i', (_, use) => {
    expect(found(use).map((finding) => finding.rule)).toContain(name)
  })

  it.each(quiet.map((use, i) => [i, use] as const))('is quiet in sound case %i', (_, use) => {
    expect(found(use).map((finding) => finding.rule)).not.toContain(name)
  })
})

it('has no cases of unknown rules', () => {
  expect(Object.keys(cases)).toEqual(ofUses.map((rule) => rule.name))
})
