import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { version } from '../../src/version.js'
import { cli } from './cli.js'

const root = join(import.meta.dirname, '../..')
const out = (...args: string[]) => cli(root, args).stdout

describe('explain', () => {
  it.each(['logits', 'tf.losses.softmaxCrossEntropy'])('prints a page in plain words: %s', (name) => {
    expect(out('explain', name)).toMatchSnapshot()
  })

  it('prints the page of every rule', () => {
    for (const { name } of rules) {
      const page = JSON.parse(out('explain', name, '-f', 'json'))
      expect(page).toMatchObject({ type: 'rule', name, markdown: readFileSync(join(root, 'rules', `${name}.md`), 'utf8') })
    }
  })

  it('finds a contract by any name that people write', () => {
    const pages = ['F.cross_entropy', 'torch.nn.functional.cross_entropy', 'torch#nn.functional.cross_entropy'].map((name) =>
      out('explain', name),
    )
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toMatch(/^torch\.nn\.functional\.cross_entropy\n/)
  })
})

describe('explain of a name that several losses have', () => {
  it.each(['crossEntropy', 'cross_entropy', 'softmaxCrossEntropy'])('%s', (name) => expect(out('explain', name)).toMatchSnapshot())

  it('takes an operation of just that name before a loss of a like one', () => {
    const page = out('explain', 'softmax')
    expect(page).toMatch(/^softmax\n\n\d+ contracts have this name/)
    expect(page).toMatch(/^`torch\.nn\.functional\.softmax` +distribution/m)
    expect(page).not.toContain('softmaxLoss')
  })

  it('gives all of them as JSON', () => {
    const page = JSON.parse(out('explain', 'crossEntropy', '-f', 'json'))
    expect(page).toMatchObject({ type: 'contracts', name: 'crossEntropy' })
    expect(page.contracts.map((contract: { id: string }) => contract.id)).toContain('@shumai/shumai#loss.crossEntropy')
  })
})

describe('lists', () => {
  it('rules, in order of precedence', () => {
    const lines = out('rules').trimEnd().split('\n')
    expect(lines[0]).toMatch(/^rule +severity +finds$/)
    expect(lines.slice(1).map((line) => line.split(/ +/).slice(0, 2))).toEqual(rules.map(({ name, severity }) => [name, severity]))
    expect(JSON.parse(out('rules', '-f', 'json'))).toEqual(rules.map(({ name, severity, summary }) => ({ name, severity, summary })))
  })

  it('contracts of losses, or of all calls', () => {
    expect(out('contracts')).toMatch(/^tf\.losses\.softmaxCrossEntropy +target: distribution, prediction: logits +softmax/m)
    expect(out('contracts')).not.toMatch(/^tf\.softmax /m)
    expect(out('contracts', '--all')).toMatch(/^tf\.softmax +/m)
    const ids = JSON.parse(out('contracts', '-f', 'json')).map((contract: { id: string }) => contract.id)
    expect(ids).toContain('torch#nn.CrossEntropyLoss')
  })
})

it('tells its version, and how it is used', () => {
  expect(out('--version')).toBe(`${version}\n`)
  expect(out('--help')).toMatchSnapshot()
  expect(out('help')).toBe(out('--help'))
  expect(out('help', 'inspect')).toBe(out('inspect', '--help'))
  expect(cli(root, ['render', '--help']).stdout).toMatch(/^Usage: ce-lint render \[options\] <report>\n/)
})
