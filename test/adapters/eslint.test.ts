import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ESLint, Linter, RuleTester } from 'eslint'
import { ESLint as ESLint9, Linter as Linter9, RuleTester as RuleTester9 } from 'eslint9'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import type { Plugin } from '../../src/adapters/eslint/index.js'

// What users get: the bundle, under its public name.
const { default: ceLint } = (await import('ce-lint/eslint' as string)) as { default: Plugin }

const head = "import * as tf from '@tensorflow/tfjs'\n"
const misuse = `${head}export const step = (y, z) => tf.losses.softmaxCrossEntropy(y, tf.softmax(z))\n`
const clean = `${head}export const step = (y, z) => tf.losses.softmaxCrossEntropy(y, tf.layers.dense({ units: 3 }).apply(z))\n`
const message =
  '`tf.softmax(z)` holds a distribution, but `tf.losses.softmaxCrossEntropy` expects logits. Pass the raw scores, as they are before `softmax`.'

describe.each([
  { version: 10, Tester: RuleTester },
  { version: 9, Tester: RuleTester9 as unknown as typeof RuleTester },
])("the rules in ESLint $version's own tester", ({ Tester }) => {
  Tester.describe = (_, run) => run()
  Tester.it = (name, run) => it(name, run)
  new Tester().run('probabilities-as-logits', ceLint.rules['probabilities-as-logits'] as never, {
    valid: [
      { name: 'raw scores', code: clean },
      { name: 'a file without losses', code: 'export const answer = 42' },
      {
        name: "the comment of the linter's own",
        code: misuse.replace('export', '// ce-lint-disable-next-line probabilities-as-logits\nexport'),
      },
      {
        name: 'what another file gives is not understood',
        code: misuse.replace('tf.softmax(z)', 'probs(z)').replace(head, `${head}import { probs } from './model'\n`),
      },
    ],
    invalid: [
      {
        name: 'a softmax before a loss with its own, of what is not understood',
        code: misuse,
        output: null,
        errors: [
          {
            message,
            line: 2,
            column: misuse.split('\n')[1]!.indexOf('tf.softmax') + 1,
            suggestions: [
              {
                desc: 'Pass `z` without the activation; what it holds was not understood',
                output: misuse.replace('tf.softmax(z)', 'z'),
              },
            ],
          },
        ],
      },
      {
        name: 'a softmax before a loss with its own, of scores',
        code: misuse.replace('tf.softmax(z)', 'tf.softmax(tf.matMul(z, z))'),
        output: misuse.replace('tf.softmax(z)', 'tf.matMul(z, z)'),
        errors: 1,
      },
    ],
  })
})

describe.each([
  { version: 10, Linter, ESLint },
  { version: 9, Linter: Linter9 as unknown as typeof Linter, ESLint: ESLint9 as unknown as typeof ESLint },
])('ESLint $version', ({ Linter, ESLint }) => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ce-lint-eslint-'))
    writeFileSync(join(folder, 'train.js'), misuse)
    writeFileSync(join(folder, 'plain.js'), 'export const answer = 42\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('takes the recommended configuration', async () => {
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [ceLint.configs.recommended as never] })
    const results = await eslint.lintFiles(['.'])
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, severity, message }) => ({ ruleId, severity, message })))).toEqual([
      { ruleId: 'ce-lint/probabilities-as-logits', severity: 2, message },
    ])
  })

  it('is obeyed by its own comments, and levels are its own', () => {
    const lint = (code: string, rules: Record<string, 'error' | 'warn' | 'off'>) =>
      new Linter().verify(code, [{ ...ceLint.configs.recommended, rules } as never], 'train.js')
    expect(lint(misuse, { 'ce-lint/probabilities-as-logits': 'warn' })).toMatchObject([{ severity: 1 }])
    expect(lint(misuse, { 'ce-lint/probabilities-as-logits': 'off' })).toEqual([])
    expect(
      lint(misuse.replace('export', '// eslint-disable-next-line ce-lint/probabilities-as-logits\nexport'), {
        'ce-lint/probabilities-as-logits': 'error',
      }),
    ).toEqual([])
  })

  it('hands over settings, and names the key that is wrong', () => {
    const callee = { package: 'my-losses', name: 'focal' }
    const lint = (contracts: unknown) =>
      new Linter().verify(
        `${head}import { focal } from 'my-losses'\nfocal(tf.softmax(z), y)\n`,
        [{ ...ceLint.configs.recommended, settings: { 'ce-lint': { contracts } } } as never],
        'train.js',
      )
    const takes = [
      { role: 'prediction', wants: 'logits' },
      { role: 'target', wants: 'class-indices' },
    ]
    expect(lint([{ callee, takes }])).toMatchObject([{ ruleId: 'ce-lint/probabilities-as-logits', line: 3 }])
    expect(() => lint([{ callee, takes: [{ role: 'predicton' }] }])).toThrow(
      /^settings\['ce-lint'\]\.contracts\[0\]\.takes\[0\]\.role: .*"predicton"/,
    )
  })

  it('knows a loss of the project by the file that its contract names', async () => {
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src/losses.js'), 'export const focal = (z, y) => z\nexport const other = (z, y) => z\n')
    const code = `${head}import { focal, other } from './losses'\nfocal(tf.softmax(z), y)\nother(tf.softmax(z), y)\n`
    const takes = [{ role: 'prediction', wants: 'logits' }]
    const settings = { 'ce-lint': { contracts: [{ callee: './src/losses#focal', takes }] } }
    const overrideConfig = [{ ...ceLint.configs.recommended, settings } as never]
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig })
    const [result] = await eslint.lintText(code, { filePath: join(folder, 'src/train.js') })
    expect(result?.messages).toMatchObject([{ ruleId: 'ce-lint/probabilities-as-logits', line: 3 }])
  })
})

it('has every rule, with its page, and leaves remarks out of what is recommended', () => {
  expect(Object.keys(ceLint.rules)).toEqual(rules.map(({ name }) => name))
  for (const { meta } of Object.values(ceLint.rules)) expect(meta.docs.url).toMatch(/\/rules\/[a-z-]+\.md$/)
  const recommended = Object.keys(ceLint.configs.recommended.rules)
  expect(recommended).toContain('ce-lint/probabilities-as-logits')
  expect(recommended).not.toContain('ce-lint/log-probabilities-as-logits')
  expect(Object.keys(ceLint.configs.all.rules)).toContain('ce-lint/log-probabilities-as-logits')
})
