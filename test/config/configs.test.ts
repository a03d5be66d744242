import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CommandLine } from '../../src/config/command-line.js'
import { openConfigs } from '../../src/config/configs.js'
import { tree } from '../scan/tree.js'

/** Settings of a file, with the config that holds for it. */
async function settings(cwd: string, file = 'a.ts', commandLine: CommandLine = {}, lookup = true) {
  const configs = openConfigs({ cwd, lookup, commandLine })
  const placed = await configs.above(join(cwd, file, '..'))
  return { ...configs.settingsOf(file), from: placed.file }
}

const defaults = { rules: {}, only: [], skip: [], minCertainty: 'likely', frameworks: [], requireReason: false }
const config = (value: object) => JSON.stringify(value)
const focal = (file: string, wants: string) => ({ callee: `${file}#focal`, takes: [{ role: 'prediction', wants }] })

describe('openConfigs', () => {
  it('has defaults', async () => {
    expect(await settings(tree({}), 'a.ts', {}, false)).toEqual({ ...defaults, from: undefined })
  })

  it('takes the nearest config above a file, and nothing from those further up', async () => {
    const cwd = tree({
      'ce-lint.config.json': config({ rules: { 'bounded-logits': 'off' }, minCertainty: 'proved' }),
      'sub/package.json': config({ 'ce-lint': { rules: { 'bad-option': 'off' } } }),
      'sub/deep/a.ts': '',
    })
    expect(await settings(cwd, 'other/a.ts')).toMatchObject({ rules: { 'bounded-logits': 'off' }, minCertainty: 'proved' })
    expect(await settings(cwd, 'sub/deep/a.ts')).toEqual({
      ...{ ...defaults, rules: { 'bad-option': 'off' } },
      from: join(cwd, 'sub/package.json'),
    })
  })

  it('judges a file as the overrides that name it say, the later over the earlier', async () => {
    const overrides = [
      { files: ['test/'], rules: { 'bounded-logits': 'off' }, minCertainty: 'possible' },
      { files: ['*.py', '!keep.py'], rules: { 'bounded-logits': 'info' }, frameworks: ['torch'], requireReason: true },
    ]
    const cwd = tree({ 'sub/ce-lint.config.json': config({ rules: { 'bounded-logits': 'error', 'bad-option': 'info' }, overrides }) })
    const of = async (file: string) => settings(cwd, `sub/${file}`)
    expect(await of('a.ts')).toMatchObject({ ...defaults, rules: { 'bounded-logits': 'error', 'bad-option': 'info' } })
    expect(await of('test/a.ts')).toMatchObject({ rules: { 'bounded-logits': 'off', 'bad-option': 'info' }, minCertainty: 'possible' })
    const both = { rules: { 'bounded-logits': 'info' }, minCertainty: 'possible', frameworks: ['torch'], requireReason: true }
    expect(await of('test/deep/a.py')).toMatchObject(both)
    expect(await of('test/keep.py')).toMatchObject({ rules: { 'bounded-logits': 'off' }, requireReason: false })
  })

  it('lets the command line win over all', async () => {
    const overrides = [{ files: ['a.ts'], rules: { 'bounded-logits': 'info' }, minCertainty: 'proved' }]
    const cwd = tree({ 'ce-lint.config.json': config({ overrides }) })
    const commandLine = { rule: ['bounded-logits:error'], only: ['bounded-logits'], skip: ['bad-option'], minCertainty: 'possible' }
    expect(await settings(cwd, 'a.ts', commandLine)).toMatchObject({
      ...{ rules: { 'bounded-logits': 'error' }, only: ['bounded-logits'], skip: ['bad-option'], minCertainty: 'possible' },
    })
  })

  it('gives files that are judged alike one object', async () => {
    const cwd = tree({ 'ce-lint.config.json': config({ overrides: [{ files: ['*.py'] }] }) })
    const configs = openConfigs({ cwd, lookup: true, commandLine: {} })
    await configs.above(cwd)
    expect(configs.settingsOf('a.ts')).toBe(configs.settingsOf('sub/b.ts'))
    expect(configs.settingsOf('a.py')).toBe(configs.settingsOf('sub/b.py'))
    expect(configs.settingsOf('a.ts')).not.toBe(configs.settingsOf('a.py'))
  })

  it('has the contracts of all configs, as seen from the working directory, whose own win', async () => {
    const cwd = tree({
      'ce-lint.config.json': config({ contracts: [focal('./sub/losses', 'logits'), focal('pkg', 'logits')] }),
      'sub/ce-lint.config.json': config({
        contracts: [focal('./losses', 'distribution'), focal('./own', 'one-hot'), focal('pkg', 'one-hot')],
      }),
    })
    const configs = openConfigs({ cwd, lookup: true, commandLine: {} })
    await configs.above(join(cwd, 'sub'))
    await configs.above(cwd)
    const wanted = configs.whole().contracts.map(({ id, takes }) => [id, takes[0]?.wants[0]])
    expect(Object.fromEntries(wanted)).toEqual({ './sub/losses#focal': 'logits', './sub/own#focal': 'one-hot', 'pkg#focal': 'logits' })
    const inside = openConfigs({ cwd: join(cwd, 'sub/deep'), lookup: true, commandLine: {} })
    await inside.above(join(cwd, 'sub/deep'))
    expect(inside.whole().contracts.map(({ id }) => id)).toContain('../losses#focal')
  })

  it('lets the named file hold everywhere', async () => {
    const cwd = tree({ 'ci/lint.json': config({ minCertainty: 'proved' }), 'sub/ce-lint.config.json': '{ broken' })
    const configs = openConfigs({ cwd, file: 'ci/lint.json', lookup: true, commandLine: {} })
    expect(await configs.above(join(cwd, 'sub'))).toMatchObject({ file: join(cwd, 'ci/lint.json'), base: join(cwd, 'ci') })
    expect(configs.settingsOf('sub/a.ts').minCertainty).toBe('proved')
  })

  it('does not look for a file when told so', async () => {
    expect((await settings(tree({ 'ce-lint.config.json': '{ broken' }), 'a.ts', {}, false)).from).toBeUndefined()
  })

  it.each(['off', 'warn', 'error'])('takes %s for comments without effect, as ESLint has it', async (level) => {
    const { rules } = await settings(tree({}), 'a.ts', { reportUnusedDisableDirectivesSeverity: level }, false)
    expect(rules).toEqual({ 'unused-disable': level === 'warn' ? 'warning' : level })
    const wrong = settings(tree({}), 'a.ts', { reportUnusedDisableDirectivesSeverity: `${level}s` }, false)
    await expect(wrong).rejects.toThrow(`the nearest is "${level}" (off, warn, error)`)
  })

  it('lists all that is wrong with the file', async () => {
    const overrides = [{ rules: { 'bounded-logit': 'off' }, ignores: [] }]
    const cwd = tree({ 'ce-lint.config.json': config({ rulez: {}, files: 1, overrides }) })
    await expect(settings(cwd)).rejects.toThrow(
      [
        `${join(cwd, 'ce-lint.config.json')}`,
        '  rulez: there is no such key; the nearest is `rules`',
        '  files: expected a list, found `1`',
        '  overrides[0].rules.bounded-logit: there is no such key; the nearest is `bounded-logits`',
        '  overrides[0].ignores: there is no such key',
        '  overrides[0].files: this key is required',
      ].join('\n'),
    )
  })

  it('names the file that does not exist', () => {
    expect(() => openConfigs({ cwd: tree({}), file: 'nope.json', lookup: true, commandLine: {} })).toThrow('no config file nope.json')
  })

  it.each([
    [{ rule: ['bounded-logits'] }, '--rule takes a name and a level, such as bounded-logits:warning'],
    [
      { rule: ['bounded-logits:eror'] },
      '--rule bounded-logits:eror: no level is named "eror"; the nearest is "error" (levels: off, info, warning, error)',
    ],
    [
      { rule: ['bounded-logit:off'] },
      '--rule: no rule is named "bounded-logit"; the nearest is "bounded-logits". "ce-lint rules" lists all',
    ],
    [{ only: ['whatever'] }, '--only: no rule is named "whatever". "ce-lint rules" lists all'],
    [
      { skip: ['probabilities-as-logit'] },
      '--skip: no rule is named "probabilities-as-logit"; the nearest is "probabilities-as-logits". "ce-lint rules" lists all',
    ],
    [{ minCertainty: 'prove' }, '--min-certainty: no certainty is named "prove"; the nearest is "proved" (possible, likely, proved)'],
  ])('refuses %o', (commandLine, message) => {
    expect(() => openConfigs({ cwd: tree({}), lookup: false, commandLine })).toThrow(message)
  })
})
