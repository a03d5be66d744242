import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { knownNames } from '../../src/config/known-names.js'
import { validateConfig } from '../../src/config/validate.js'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { bounded, right } from './programs.js'

const config = (value: object) => JSON.stringify(value)
const rules = (level: string) => ({ rules: { 'bounded-logits': level } })
/** Place and severity of each finding. */
const found = (stdout: string) =>
  [...stdout.matchAll(/^(\S+?):\d+:\d+: (\w+) bounded-logits/gm)].map(([, file, level]) => `${file} ${level}`)

describe('configs of several folders', () => {
  const project = {
    'ce-lint.config.json': config({ ...rules('error'), overrides: [{ files: ['test/'], ...rules('info') }] }),
    'a.ts': bounded,
    'test/a.ts': bounded,
    'sub/ce-lint.config.json': config({ ignores: ['gen/'], overrides: [{ files: ['off.ts'], ...rules('off') }] }),
    'sub/a.ts': bounded,
    'sub/off.ts': bounded,
    'sub/gen/a.ts': bounded,
    'sub/test/a.ts': bounded,
  }
  const all = ['a.ts error', 'sub/a.ts warning', 'sub/test/a.ts warning', 'test/a.ts info']

  it('judge each file as the nearest says, in one run', () => {
    const { code, stdout, stderr } = cli(tree(project), ['-f', 'concise'])
    expect(found(stdout)).toEqual(all)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })

  it('hold wherever the run is started, and for files that are named', () => {
    const cwd = tree(project)
    expect(found(cli(join(cwd, 'sub/gen'), ['-f', 'concise', '..', '../../a.ts']).stdout)).toEqual([
      '../../a.ts error',
      '../a.ts warning',
      '../test/a.ts warning',
    ])
    expect(found(cli(cwd, ['-f', 'concise', 'sub/gen/a.ts', 'test/a.ts']).stdout)).toEqual(['sub/gen/a.ts warning', 'test/a.ts info'])
  })

  it('hold for standard input by the name that it stands for', () => {
    const cwd = tree(project)
    const level = (name: string) => found(cli(cwd, ['-f', 'concise', '--stdin', '--stdin-filename', name], { input: bounded }).stdout)
    expect([level('b.ts'), level('test/b.ts'), level('sub/b.ts')]).toEqual([['b.ts error'], ['test/b.ts info'], ['sub/b.ts warning']])
  })

  it('give way to the one that is named, and to none when none is looked for', () => {
    const cwd = tree({ ...project, 'ci.json': config(rules('info')) })
    expect(found(cli(cwd, ['-f', 'concise', '-c', 'ci.json']).stdout).map((each) => each.split(' ')[1])).toEqual(Array(6).fill('info'))
    expect(found(cli(cwd, ['-f', 'concise', '--no-config-lookup']).stdout)).toHaveLength(6)
  })

  it('name losses of their own, which files elsewhere may call', () => {
    const contracts = [{ callee: './losses#focal', takes: [{ role: 'prediction', wants: 'logits' }] }]
    const cwd = tree({
      'a.ts': "import * as tf from '@tensorflow/tfjs'\nimport { focal } from './sub/losses.js'\nfocal(tf.softmax(tf.zeros([2, 3])))\n",
      'sub/losses.ts': 'export function focal(x: unknown) { return x }\n',
      'sub/ce-lint.config.json': config({ contracts }),
    })
    expect(cli(cwd, ['-f', 'concise']).stdout).toContain('a.ts:3:7: error probabilities-as-logits')
  })
})

it('tells of contracts that describe nothing, when it looked through a folder', () => {
  const contracts = ['focal', 'focla'].map((name) => ({ callee: `./losses#${name}`, takes: [{ role: 'prediction', wants: 'logits' }] }))
  const cwd = tree({
    'ce-lint.config.json': config({ contracts }),
    'a.ts': "import * as tf from '@tensorflow/tfjs'\nimport { focal } from './losses.js'\nfocal(tf.zeros([2, 3]))\n",
    'losses.ts': 'export function focal(x: unknown) { return x }\n',
  })
  const told = (id: string) =>
    `ce-lint: the contract of ${id} describes nothing that was linted: no call leads to a function of that name\n`
  expect(cli(cwd, ['.', '--exit-zero']).stderr).toBe(told('./losses#focla'))
  expect(cli(cwd, ['a.ts', '--exit-zero']).stderr).toBe('')
})

it('--stats counts and times on standard error alone', () => {
  const { stdout, stderr } = cli(tree({ 'a.ts': right, 'b.ts': 'export {}' }), ['--stats', '-f', 'concise'])
  expect(stdout).toBe('1 loss call in 2 files: 1 clean\n')
  expect(stderr).toMatch(
    /^ce-lint: 2 files looked at, 1 that may hold a loss call, 1 loss calls\nce-lint: finding files \d+ ms, loading \d+ ms, /,
  )
})

describe('a config that is code', () => {
  const spying = "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default {}\n"

  it('is run, but not when that is refused, wherever it stands', () => {
    const cwd = tree({ 'a.ts': right, 'sub/a.ts': right, 'sub/ce-lint.config.mjs': spying })
    const { code, stdout, stderr } = cli(cwd, ['--no-executable-config'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^ce-lint: .*sub\/ce-lint\.config\.mjs is code, which --no-executable-config does not let run: /)
    expect(existsSync(join(cwd, 'ran'))).toBe(false)
    expect(cli(cwd, ['--no-executable-config', '--no-config-lookup']).code).toBe(0)
    expect(cli(cwd, []).code).toBe(0)
    expect(existsSync(join(cwd, 'ran'))).toBe(true)
  })
})

describe('--print-config', () => {
  it('prints what holds for a file, as a config', () => {
    const overrides = [{ files: ['*.py'], ...rules('off'), frameworks: ['torch'] }]
    const cwd = tree({ 'pyproject.toml': '[tool.ce-lint]\nminCertainty = "proved"', 'sub/ce-lint.config.json': config({ overrides }) })
    const print = (...args: string[]) => {
      const { code, stdout, stderr } = cli(cwd, ['--print-config', ...args])
      expect(code).toBe(0)
      expect(validateConfig(JSON.parse(stdout), knownNames())).toEqual([])
      return { shown: JSON.parse(stdout), stderr }
    }
    const { shown, stderr } = print('sub/train.py')
    expect(shown).toMatchObject({
      minCertainty: 'likely',
      frameworks: ['torch'],
      rules: { 'bounded-logits': 'off', 'bad-option': 'error' },
    })
    expect(stderr).toBe(`ce-lint: sub/train.py is under ${join(cwd, 'sub/ce-lint.config.json')}\n`)
    expect(print('train.py').shown.minCertainty).toBe('proved')
    expect(print('a.ts', '--no-config-lookup', '--skip', 'bad-option').shown.rules['bad-option']).toBe('off')
  })
})
