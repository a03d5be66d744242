import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completion } from '../../src/cli/completion.js'
import { createProgram } from '../../src/cli/program.js'

const program = createProgram(() => {})
const options = program.options.map(({ flags }) => flags)
const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0

describe('--help', () => {
  const help = program.helpInformation()

  it('has every option of the parser, under a heading, and no other', () => {
    const sections = help.split(/\n(?=[A-Z][\w ]*:\n)/)
    const listed = sections.flatMap((section) => [...section.matchAll(/^ {2}(-\S.*?)(?: {2}|$)/gm)].map(([, flags]) => flags))
    expect(listed.sort()).toEqual([...options, '-h, --help'].sort())
    const general = sections.find((section) => section.startsWith('Options:')) ?? ''
    expect([...general.matchAll(/^ {2}-/gm)]).toHaveLength(2)
  })

  it('is what the README lists', () => {
    const table = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').match(/<!-- options -->\n\n(\|.*?\|)\n\n/s)?.[1] ?? ''
    const listed = [...table.matchAll(/^\| `(.+?)` +\| (.+?) +\|$/gm)].map(([, flags, meaning]) => `${flags}: ${meaning}`)
    expect(listed).toEqual(program.options.map(({ flags, description }) => `${flags}: ${description}`))
  })
})

describe('completion', () => {
  const line = (words: string[]) => `COMP_WORDS=(${words.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${words.length - 1}; _ce_lint`
  const inBash = (...words: string[]) =>
    spawnSync('bash', ['-c', `${completion(program, 'bash').text}\n${line(['ce-lint', ...words])}; echo "\${COMPREPLY[*]}"`], {
      encoding: 'utf8',
    }).stdout.trim()

  it.skipIf(!has('bash')).each([
    [['ins'], 'inspect'],
    [['--min-c'], '--min-certainty'],
    [['--min-certainty', 'l'], 'likely'],
    [['src', '--only', 'probabilities-as-log-'], 'probabilities-as-log-probabilities'],
    [['rules', '-f', ''], 'text json'],
    [['inspect', '--tar'], '--target'],
    [['src', '--tar'], ''],
    [['-c', 'tr'], ''],
  ])('of %o in bash', (words, expected) => expect(inBash(...words)).toBe(expected))

  it.skipIf(!has('fish')).each([
    ['ins', /^inspect\t/],
    ['--min-certainty l', /^likely\t/],
    ['inspect --tar', /^--target\t/],
  ])('of %j in fish', (text, expected) => {
    const script = `${completion(program, 'fish').text}\ncomplete -C ${JSON.stringify(`ce-lint ${text}`)}`
    expect(spawnSync('fish', ['-c', script], { encoding: 'utf8' }).stdout).toMatch(expected)
  })

  it.skipIf(!has('zsh'))('is read by zsh', () => {
    expect(spawnSync('zsh', ['-n'], { input: completion(program, 'zsh').text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  it.each(['bash', 'zsh', 'fish'])('has every option in %s', (shell) => {
    const { text } = completion(program, shell)
    const names = program.options.flatMap(({ long }) => long?.slice(2) ?? [])
    expect(names.filter((name) => !new RegExp(`(?:--|-l )${name}\\b`).test(text))).toEqual([])
  })

  it('refuses other shells', () => expect(() => completion(program, 'fishy')).toThrow('the nearest is "fish" (bash, zsh, fish)'))
})
