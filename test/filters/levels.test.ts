import { describe, expect, it } from 'vitest'
import type { Level } from '../../src/config/config.js'
import { activeRules, type Levels } from '../../src/filters/levels.js'
import type { Severity } from '../../src/report.js'
import type { Problem, Rule } from '../../src/rule.js'
import type { Use } from '../../src/use.js'

function rule(name: string, severity: Severity, problem?: Partial<Problem>): Rule {
  const check = () => (problem ? { role: 'prediction' as const, certainty: 'proved' as const, data: {}, ...problem } : undefined)
  return { name, severity, summary: name, check, say: () => ({ what: '', why: '', todo: '' }) }
}

const all = [rule('a', 'error', {}), rule('b', 'warning'), rule('c', 'info')]

function active(levels: Partial<Levels>): Record<string, Severity> {
  const rules = activeRules(all, { rules: {}, only: [], skip: [], ...levels })
  return Object.fromEntries(rules.map(({ name, severity }) => [name, severity]))
}

describe('activeRules', () => {
  it.each<[string, Partial<Levels>, Record<string, Severity>]>([
    ['all by default', {}, { a: 'error', b: 'warning', c: 'info' }],
    ['at other levels', { rules: { a: 'info', b: 'error' } }, { a: 'info', b: 'error', c: 'info' }],
    ['without those that are off', { rules: { a: 'off' } }, { b: 'warning', c: 'info' }],
    ['only some', { only: ['a', 'c'] }, { a: 'error', c: 'info' }],
    ['only some, at their level', { only: ['a'], rules: { a: 'warning' } }, { a: 'warning' }],
    ['only one that the config has switched off', { only: ['a'], rules: { a: 'off' } }, { a: 'error' }],
    ['without some', { skip: ['a'] }, { b: 'warning', c: 'info' }],
    ['none of those asked for and skipped', { only: ['a'], skip: ['a'] }, {}],
  ])('%s', (_, levels, expected) => {
    expect(active(levels)).toEqual(expected)
  })

  it.each<[own: Severity, variant: Severity | undefined, level: Level, expected: Severity | undefined]>([
    ['error', undefined, 'warning', undefined],
    ['error', 'info', 'error', 'info'],
    ['error', 'info', 'warning', 'info'],
    ['warning', 'info', 'error', 'info'],
    ['error', 'warning', 'info', 'info'],
  ])('a rule at %s with a variant at %s, set to %s, reports the variant at %s', (own, variant, level, expected) => {
    const [only] = activeRules([rule('r', own, { severity: variant })], { rules: { r: level }, only: [], skip: [] })
    expect(only!.check({} as Use)?.severity).toBe(expected)
  })
})
