import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ConfigRequest, resolveConfig } from '../../src/config/resolve.js'
import { tree } from '../scan/tree.js'

const resolve = (cwd: string, overrides: ConfigRequest['overrides'] = {}, lookup = true) => resolveConfig({ cwd, lookup, overrides })

const file = {
  files: ['src'],
  rules: { 'probabilities-as-logits': 'warning', 'bounded-logits': 'off' },
  minCertainty: 'proved',
  frameworks: ['tf'],
  contracts: [{ callee: './losses#focal', takes: [{ role: 'prediction', wants: 'logits' }] }],
}

describe('resolveConfig', () => {
  it('has defaults', async () => {
    const cwd = tree({})
    expect(await resolve(cwd, {}, false)).toEqual({
      base: cwd,
      config: {
        ...{ files: [], ignores: [], rules: {}, only: [], skip: [], minCertainty: 'likely', contracts: [], frameworks: [] },
        ...{ requireReason: false, inlineConfig: true },
      },
    })
  })

  it.each(['off', 'warn', 'error'])('takes %s for comments without effect, as ESLint has it', async (level) => {
    const { config } = await resolve(tree({}), { reportUnusedDisableDirectivesSeverity: level }, false)
    expect(config.rules).toEqual({ 'unused-disable': level === 'warn' ? 'warning' : level })
    const wrong = resolve(tree({}), { reportUnusedDisableDirectivesSeverity: `${level}s` }, false)
    await expect(wrong).rejects.toThrow(`the nearest is "${level}" (off, warn, error)`)
  })

  it('reads the file, and lets the command line win', async () => {
    const cwd = tree({ 'ce-lint.config.json': JSON.stringify(file) })
    const { config } = await resolve(cwd, {
      rule: ['bounded-logits:error'],
      only: ['bounded-logits'],
      skip: ['probabilities-as-logits'],
      minCertainty: 'possible',
    })
    expect(config).toMatchObject({
      files: ['src'],
      rules: { 'probabilities-as-logits': 'warning', 'bounded-logits': 'error' },
      only: ['bounded-logits'],
      skip: ['probabilities-as-logits'],
      minCertainty: 'possible',
      frameworks: ['@tensorflow/tfjs'],
    })
  })

  it('reads contracts as seen from the config, and gives them as seen from the working directory', async () => {
    const root = tree({ 'ce-lint.config.json': JSON.stringify(file), 'sub/a.ts': '', 'losses.ts': '' })
    expect((await resolve(root)).config.contracts).toMatchObject([{ package: './losses', name: 'focal' }])
    const { config, base } = await resolve(join(root, 'sub'))
    expect(config.contracts).toMatchObject([{ id: '../losses#focal', package: '../losses', name: 'focal' }])
    expect(base).toBe(root)
  })

  it('does not look for a file when told so', async () => {
    const cwd = tree({ 'ce-lint.config.json': '{ broken' })
    expect((await resolve(cwd, {}, false)).config.rules).toEqual({})
  })

  it('lists all that is wrong with the file', async () => {
    const cwd = tree({ 'ce-lint.config.json': '{ "rulez": {}, "files": 1 }' })
    await expect(resolve(cwd)).rejects.toThrow(
      [
        `${join(cwd, 'ce-lint.config.json')}`,
        '  rulez: there is no such key; the nearest is `rules`',
        '  files: expected a list, found `1`',
      ].join('\n'),
    )
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
  ])('refuses %o', async (overrides, message) => {
    await expect(resolve(tree({}), overrides, false)).rejects.toThrow(message)
  })
})
