import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { double, model, right } from './programs.js'

const silenced = model.replace('export', '// ce-lint-disable-next-line probabilities-as-logits -- on purpose\nexport')
const files = { 'src/train.ts': double, 'src/model.js': silenced }
const idle = { 'right.ts': right, 'other.py': '# ce-lint-disable-next-line probabilities-as-logits\nx = 1\n' }

describe('comments', () => {
  it('keep findings from failing the run, and are counted', () => {
    expect(cli(tree(files), [])).toEqual({ code: 0, stderr: '', stdout: '1 loss call in 2 files: 0 clean · 1 suppressed\n' })
    expect(cli(tree(files), ['-f', 'pretty']).stdout).toBe('1 loss call in 2 files: 0 clean · 1 suppressed\n')
    expect(cli(tree(files), ['-f', 'github']).stdout).toBe('1 loss call in 2 files: 0 clean · 1 suppressed\n')
  })

  it('are kept with their reasons in JSON and SARIF', () => {
    const report = JSON.parse(cli(tree(files), ['-f', 'json']).stdout)
    expect(report.findings).toEqual([])
    expect(report.suppressed).toMatchObject([
      {
        rule: 'probabilities-as-logits',
        at: { file: 'src/train.ts' },
        suppressions: [{ reason: 'on purpose', at: { file: 'src/model.js', line: 5 } }],
      },
    ])
    const [run] = JSON.parse(cli(tree(files), ['-f', 'sarif']).stdout).runs
    expect(run.results).toMatchObject([{ suppressions: [{ kind: 'inSource', justification: 'on purpose' }] }])
  })

  it('survive being stored and printed again', () => {
    const stored = cli(tree(files), ['-f', 'json']).stdout
    expect(cli(tree({}), ['render', '-', '-f', 'json'], { input: stored }).stdout).toBe(stored)
    const { suppressed, ...older } = JSON.parse(stored)
    expect(suppressed).toHaveLength(1)
    expect(cli(tree({}), ['render', '-'], { input: JSON.stringify(older) })).toMatchObject({ code: 0 })
  })

  it('are not heeded with --no-inline-config', () => {
    const { code, stdout } = cli(tree(files), ['--no-inline-config'])
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^src\/train.ts:6:48: error probabilities-as-logits .*\n1 loss call in 2 files: 0 clean, 1 finding · 1 fixable with --fix --unsafe-fixes\n$/,
    )
  })

  it('without effect are warnings, in files without a loss too, in every language', () => {
    const what = '`ce-lint-disable-next-line` has no effect: there is no finding of `probabilities-as-logits` to silence.'
    const line = `other.py:1:1: warning unused-disable ${what} Remove it.\n`
    expect(cli(tree(idle), [])).toEqual({
      code: 0,
      stderr: '',
      stdout: `${line}1 loss call in 2 files: 1 clean · 1 finding about comments\n`,
    })
    expect(cli(tree({ 'other.py': idle['other.py'] }), []).stdout).toBe(`${line}0 loss calls in 1 file · 1 finding about comments\n`)
    expect(cli(tree(idle), ['--max-warnings', '0']).code).toBe(1)
  })

  it('without effect have the level that ESLint would give them', () => {
    const option = '--report-unused-disable-directives-severity'
    expect(cli(tree(idle), [option, 'error']).code).toBe(1)
    expect(cli(tree(idle), [option, 'off'])).toMatchObject({ code: 0, stdout: '1 loss call in 2 files: 1 clean\n' })
    expect(cli(tree(idle), ['--rule', 'unused-disable:error']).code).toBe(1)
    expect(cli(tree(idle), [option, 'eror'])).toMatchObject({ code: 2, stderr: expect.stringContaining('the nearest is "error"') })
  })

  it('may be meant for what is not looked at when single files or folders are named', () => {
    expect(cli(tree(files), ['src/model.js']).stdout).not.toContain('unused-disable')
    expect(cli(tree(files), ['src/train.ts'])).toMatchObject({ code: 0, stdout: expect.stringContaining('1 suppressed') })
    expect(cli(tree(idle), ['other.py']).stdout).not.toContain('unused-disable')
    expect(cli(tree({ 'model.js': silenced }), []).stdout).toContain('unused-disable')
    const apart = tree({ 'train/train.ts': double.replace('./model', '../models/model'), 'models/model.js': silenced })
    expect(cli(apart, ['models']).stdout).toBe('0 loss calls in 1 file\n')
    expect(cli(apart, ['train']).stdout).toContain('1 suppressed')
    expect(cli(apart, []).stdout).toContain('1 suppressed')
    mkdirSync(join(apart, '.git'))
    expect(cli(join(apart, 'models'), []).stdout).toBe('0 loss calls in 1 file\n')
  })

  it('may be meant for a loss in a file for which the rule is off', () => {
    const off = (where: string) => JSON.stringify({ overrides: [{ files: [where], rules: { 'probabilities-as-logits': 'off' } }] })
    const more = { ...files, 'src/right.ts': right }
    const found = (where: string) => cli(tree({ ...more, 'ce-lint.config.json': off(where) }), []).stdout
    expect(found('src/train.ts')).toBe('2 loss calls in 3 files: 2 clean\n')
    expect(found('src/model.js')).toBe('2 loss calls in 3 files: 1 clean · 1 suppressed\n')
  })

  it('have to give a reason where the configuration asks for it', () => {
    const asking = { 'ce-lint.config.json': JSON.stringify({ requireReason: true }) }
    expect(cli(tree({ ...files, ...asking }), [])).toMatchObject({ code: 0, stdout: expect.not.stringContaining('gives no reason') })
    const bare = { ...files, 'src/model.js': silenced.replace(' -- on purpose', ''), ...asking }
    expect(cli(tree(bare), []).stdout).toMatch(/^src\/model.js:5:1: warning unused-disable `ce-lint-disable-next-line` gives no reason\./)
    const wrong = { ...files, 'ce-lint.config.json': JSON.stringify({ requireReasons: 'yes' }) }
    expect(cli(tree(wrong), [])).toMatchObject({ code: 2, stderr: expect.stringContaining('requireReason') })
  })

  it('are read on standard input', () => {
    const input =
      'import torch.nn.functional as F\ndef f(x, y):\n    return F.cross_entropy(F.softmax(x, 1), y)  # ce-lint-disable-line probabilities-as-logits\n'
    expect(cli(tree({}), ['--stdin', '--stdin-filename', 'a.py'], { input })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 suppressed'),
    })
  })

  it('leave a trace of what they silence', () => {
    expect(cli(tree(files), ['--trace', 'src/train.ts:6']).stdout).toContain(
      'finding  probabilities-as-logits (error, proved): the rule fired, and the comment at src/model.js:5:1 suppresses it\n',
    )
    const accepted = tree({ 'train.ts': double, 'model.js': model })
    cli(accepted, ['--suppress-all'])
    expect(cli(accepted, ['--trace', 'train.ts:6']).stdout).toContain(': the rule fired, and the baseline suppresses it\n')
  })
})
