import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { right } from './programs.js'

const crash = ['--require', join(import.meta.dirname, 'crash.cjs')]
const forbid = ['--require', join(import.meta.dirname, 'forbid.cjs')]

describe('what cannot be done ends in 2, with a message', () => {
  it.each([
    [['--bogus'], `ce-lint: unknown option '--bogus'\n("ce-lint --help" lists commands and options)\n`],
    [['--formt', 'json'], "ce-lint: unknown option '--formt'\n(Did you mean --format?)\n"],
    [
      ['-f', 'sarf'],
      'ce-lint: --format: no format is named "sarf"; the nearest is "sarif" (pretty, concise, json, sarif, github, gitlab, junit, markdown, agent)\n',
    ],
    [['-f'], "ce-lint: option '-f, --format <name>' argument missing\n"],
    [['--max-warnings', 'few'], "ce-lint: option '--max-warnings <n>' argument 'few' is invalid. It takes a whole number.\n"],
    [
      ['--only', 'probabilities-as-logit'],
      'ce-lint: --only: no rule is named "probabilities-as-logit"; the nearest is "probabilities-as-logits". "ce-lint rules" lists all\n',
    ],
    [['--min-certainty', 'sure'], 'ce-lint: --min-certainty: no certainty is named "sure" (possible, likely, proved)\n'],
    [['-c', 'nope.json'], 'ce-lint: no config file nope.json\n'],
    [['--stdin', 'a.ts'], 'ce-lint: standard input and paths cannot be linted in one run\n'],
    [['--stdin-filename', 'a.ts'], 'ce-lint: --stdin-filename goes with --stdin\n'],
    [['explain'], `ce-lint: missing required argument 'name'\n("ce-lint --help" lists commands and options)\n`],
    [['explain', 'xyzzy'], 'ce-lint: no rule, kind or contract is named "xyzzy". "ce-lint rules" and "ce-lint contracts" list all\n'],
    [
      ['explain', 'probabilties-as-logits'],
      'ce-lint: no rule, kind or contract is named "probabilties-as-logits"; the nearest is "probabilities-as-logits". "ce-lint rules" and "ce-lint contracts" list all\n',
    ],
    [['rules', '-f', 'yaml'], 'ce-lint: --format: no format is named "yaml" (text, json)\n'],
    [['render', 'nope.json'], /^ce-lint: nope\.json cannot be read as a report: ENOENT/],
    [['render', 'package.json'], 'ce-lint: package.json is no report of ce-lint: "ce-lint -f json" writes one\n'],
    [['render', 'v2.json'], 'ce-lint: v2.json is a report of version 2; this ce-lint reads version 1\n'],
    [['render', 'part.json'], 'ce-lint: part.json is a report with parts missing\n'],
    [['-o', 'a.ts/report', 'a.ts'], /^ce-lint: --output-file: /],
  ])('%o', (args, message) => {
    const cwd = tree({
      'a.ts': right,
      'package.json': '{}',
      'v2.json': '{ "version": 2, "tool": { "name": "ce-lint" } }',
      'part.json': '{ "version": 1, "tool": { "name": "ce-lint" }, "uses": [] }',
    })
    const { code, stdout, stderr } = cli(cwd, args)
    if (typeof message === 'string') expect(stderr).toBe(message)
    else expect(stderr).toMatch(message)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  it('a config that cannot be used', () => {
    const cwd = tree({ 'a.ts': right, 'ce-lint.config.json': '{ "rulez": {}, "rules": { "bounded-logit": "off" } }' })
    expect(cli(cwd, ['-f', 'json'])).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        `ce-lint: ${join(cwd, 'ce-lint.config.json')}`,
        '  rulez: there is no such key; the nearest is `rules`',
        '  rules.bounded-logit: there is no such key; the nearest is `bounded-logits`',
        '',
      ].join('\n'),
    })
  })

  it('a fault of our own asks for a report, and shows its stack only when asked to', () => {
    const cwd = tree({ 'a.ts': right })
    expect(cli(cwd, ['a.ts'], { node: crash })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'ce-lint: a fault of ce-lint itself: no such terminal\nPlease report it with the output of the same command and --debug.\n',
    })
    const { stderr } = cli(cwd, ['a.ts', '--debug'], { node: crash })
    expect(stderr).toMatch(/^(.*\n)?ce-lint: a fault of ce-lint itself: no such terminal\nError: no such terminal\n {4}at /)
  })

  it('a fault of our own in one file, which nothing silences', () => {
    const { code, stdout } = cli(tree({ 'a.ts': right }), ['a.ts', '--exit-zero'], { node: forbid })
    expect(stdout).toMatch(/^a\.ts: problem .*the compiler was loaded.*please report it\n0 loss calls in 1 file · 1 problem\n$/)
    expect(code).toBe(2)
  })
})

describe('what needs no compiler loads none', () => {
  it.each([
    [['--help']],
    [['--version']],
    [['explain', 'logits']],
    [['rules']],
    [['contracts']],
    [['render', 'report.json']],
    [['plain.ts']],
    [['nothing-to-lint', '--no-error-on-unmatched-pattern']],
  ])('%o', (args) => {
    const cwd = tree({ 'plain.ts': 'softmax(x)' })
    cli(cwd, ['plain.ts', '-f', 'json', '-o', 'report.json'])
    const { code, stderr } = cli(cwd, args, { node: forbid })
    expect({ code, stderr: stderr.replace(/.*nothing-to-lint.*\n/, '') }).toEqual({ code: 0, stderr: '' })
  })
})

it('ends without a complaint when the reader goes away', () => {
  const program = join(import.meta.dirname, '../../dist/cli.js')
  const command = `"${process.execPath}" "${program}" contracts --all -f json | head -c 1; echo " \${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: '[ 0\n', stderr: '' })
})
