import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createProgram } from '../../src/cli/program.js'
import { formats } from '../../src/reporters/reporter.js'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const known = new Set(createProgram(() => {}).options.flatMap(({ long, short }) => [long, short]))

/** Every command line of ce-lint in a text. */
function commands(text: string): string[] {
  return text.split('\n').filter((line) => !line.startsWith('<!--') && /\bce-lint(?:@\S+)?"? (?=-|.* --)/.test(line))
}

const texts = ['.pre-commit-hooks.yaml', 'action.yml', 'docs/ci.md', 'README.md'].map((name) => ({ name, lines: commands(read(name)) }))

it.each(texts.filter(({ name }) => name !== 'README.md'))('finds the commands of $name', ({ lines }) => {
  expect(lines.length).toBeGreaterThan(0)
})

it.each(texts.flatMap(({ name, lines }) => lines.map((line) => ({ name, line }))))(
  '$name: options and formats exist in "$line"',
  ({ line }) => {
    const words = line.slice(line.indexOf('ce-lint')).split(/\s+/)
    for (const [index, word] of words.entries()) {
      if (word.startsWith('--') && !line.includes('inspect')) expect(known).toContain(word.replace(/[`.,]+$/, ''))
      if (word === '--format') expect(formats).toContain(words[index + 1])
    }
  },
)

it.each([...read('docs/ci.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!))('is YAML: %s', (text) => {
  expect(parse(text)).toBeTruthy()
})

describe('the action', () => {
  const { inputs, runs } = parse(read('action.yml'))
  const [step] = runs.steps

  /** Runs the step as the service does, with a stand-in for `npx` that prints what it is given. */
  function run(given: Record<string, string>): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'ce-lint-action-'))
    writeFileSync(join(folder, 'npx'), '#!/bin/sh\nprintf "%s\\n" "$@"\n')
    chmodSync(join(folder, 'npx'), 0o755)
    const env = Object.fromEntries(
      Object.entries<string>(step.env).map(([name, value]) => {
        const input = value.match(/^\$\{\{ inputs\.(\w+) \}\}$/)?.[1] ?? ''
        return [name, given[input] ?? inputs[input].default]
      }),
    )
    const options = { env: { ...env, PATH: `${folder}${delimiter}${process.env.PATH}` }, encoding: 'utf8' } as const
    return execFileSync('bash', ['-eo', 'pipefail', '-c', step.run], options).trimEnd().split('\n')
  }

  it('lints everything unless told otherwise', () => {
    expect(run({})).toEqual(['--yes', 'ce-lint@latest', '--format', 'github', '.'])
  })

  it('hands over its inputs as words, and runs nothing of them', () => {
    expect(run({ paths: 'src test', args: '--max-warnings 0 $(touch x)', version: '1.2.3' })).toEqual([
      '--yes',
      'ce-lint@1.2.3',
      '--format',
      'github',
      '--max-warnings',
      '0',
      '$(touch',
      'x)',
      'src',
      'test',
    ])
  })
})

it('offers one hook, for the files that are linted', () => {
  const [hook, ...others] = parse(read('.pre-commit-hooks.yaml'))
  expect(others).toEqual([])
  expect(hook).toMatchObject({ id: 'ce-lint', language: 'node', types_or: ['ts', 'tsx', 'javascript', 'jsx', 'python', 'jupyter'] })
})
