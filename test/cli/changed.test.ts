import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedFiles } from '../../src/cli/changed.js'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { double, model } from './programs.js'
import { repository } from './repository.js'

const names = ['a.py', 'b c.py', 'ünï.py', 'sub/d.py']
const files = Object.fromEntries(names.map((name) => [name, 'x = 1\n']))
const sorted = (...args: Parameters<typeof changedFiles>) => [...(changedFiles(...args) ?? [])].sort()

describe('changed files', () => {
  it('are those of the work tree that differ from the last commit, and new ones that are not ignored', () => {
    const { root, write, remove, git } = repository({ ...files, '.gitignore': 'ignored.py\n', 'gone.py': '' })
    expect(changedFiles(root, {})).toBeUndefined()
    expect(changedFiles(root, { changed: true })).toEqual([])
    write('b c.py', 'x = 2\n')
    write('ünï.py', 'x = 2\n')
    git('add', 'ünï.py')
    write('new "one".py', 'x = 2\n')
    write('ignored.py', 'x = 2\n')
    remove('gone.py')
    expect(sorted(root, { changed: true })).toEqual(['b c.py', 'new "one".py', 'ünï.py'])
  })

  it('have their new name when they were moved', () => {
    const { root, git } = repository(files)
    git('mv', 'a.py', 'moved.py')
    expect(changedFiles(root, { changed: true })).toEqual(['moved.py'])
    expect(changedFiles(root, { staged: true })).toEqual(['moved.py'])
  })

  it('are named from the working directory, also beside and above it, whatever git is told', () => {
    const { root, write, git } = repository(files)
    git('config', 'diff.relative', 'true')
    write('a.py', 'x = 2\n')
    write('sub/d.py', 'x = 2\n')
    write('new.py', '')
    expect(sorted(join(root, 'sub'), { changed: true })).toEqual(['../a.py', '../new.py', 'd.py'])
  })

  it('are all before the first commit', () => {
    const { root, git } = repository(files)
    git('update-ref', '-d', 'HEAD')
    expect(sorted(root, { changed: true })).toEqual([...names].sort())
    expect(sorted(root, { staged: true })).toEqual([...names].sort())
  })

  it('since a branch are those since it was left, committed or not, and not those of its own', () => {
    const { root, git, write, commit } = repository(files)
    git('checkout', '-q', '-b', 'work')
    write('a.py', 'x = 2\n')
    commit()
    git('checkout', '-q', 'main')
    write('b c.py', 'x = 2\n')
    commit()
    git('checkout', '-q', 'work')
    write('sub/d.py', 'x = 2\n')
    write('new.py', '')
    expect(sorted(root, { since: 'main' })).toEqual(['a.py', 'new.py', 'sub/d.py'])
    expect(sorted(root, { since: 'HEAD' })).toEqual(['new.py', 'sub/d.py'])
  })

  it('leave submodules and repositories within out', () => {
    const { root, write, git } = repository(files)
    const inner = repository({ 'in.py': 'x = 1\n' })
    git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.root, 'module')
    git('commit', '-q', '-m', 'module')
    write('module/in.py', 'x = 2\n')
    write('a.py', 'x = 2\n')
    expect(sorted(root, { changed: true })).not.toContain('module/in.py')
    expect(sorted(root, { changed: true })).toContain('a.py')
    expect(changedFiles(join(root, 'module'), { changed: true })).toEqual(['in.py'])
  })

  it('cannot be told without a repository, a known commit, or a common history', () => {
    const none = tree(files)
    mkdirSync(join(none, '.git'))
    expect(() => changedFiles(none, { changed: true })).toThrow(/^--changed: this is no git repository/)
    const { root, git } = repository(files)
    expect(() => changedFiles(root, { since: 'nowhere' })).toThrow(/^--since: git knows no commit "nowhere"/)
    expect(() => changedFiles(root, { since: '--all' })).toThrow(/^--since: git knows no commit "--all"/)
    expect(() => changedFiles(join(root, '.git'), { staged: true })).toThrow(/^--staged: this is no work tree of git/)
    git('checkout', '-q', '--orphan', 'apart')
    git('commit', '-q', '-m', 'apart')
    expect(() => changedFiles(root, { since: 'main' })).toThrow(/"main" and HEAD have no commit in common.*git fetch --unshallow/)
    expect(() => changedFiles(root, { changed: true, since: 'main' })).toThrow('--changed and --since cannot be used in one run')
  })
})

describe('a run over what has changed', () => {
  it('reports a use in an unchanged file when what it is given comes from a changed one', () => {
    const right = model.replace('tf.softmax(net.predict(x) as tf.Tensor2D)', 'net.predict(x) as tf.Tensor2D')
    const { root, write } = repository({
      'train.ts': double,
      'model.js': right,
      'old.ts': double.replace('./model.js', './old-model.js'),
      'old-model.js': model,
    })
    const none = (how: string) => ({
      code: 0,
      stderr: `ce-lint: nothing was judged: none of the linted files ${how}\n`,
      stdout: '0 loss calls in 0 files\n',
    })
    expect(cli(root, ['--changed'])).toEqual(none('differs from the last commit'))
    expect(cli(root, ['--staged'])).toEqual(none('is staged'))
    expect(cli(root, ['--since', 'main'])).toEqual(none('has changed since main'))
    expect(cli(root, ['--changed', '--trace', 'train.ts:6'])).toMatchObject({
      code: 2,
      stderr: 'ce-lint: --trace shows a loss call whatever has changed: leave --changed, --since and --staged out\n',
    })
    write('model.js', model)
    const { code, stdout } = cli(root, ['--changed'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^train\.ts:6:48: error probabilities-as-logits .*\n1 loss call in 1 file: 0 clean, 1 finding · 1 fixable/)
    expect(cli(root, ['--changed', 'old.ts']).code).toBe(0)
    expect(cli(root, []).stdout).toContain('2 loss calls in 4 files')
  })

  it('reads files as they are on the disk, and says so where that is not what is staged', () => {
    const { root, write, git } = repository({ 'train.ts': double.replace('head(x)', 'x'), 'model.js': model })
    write('train.ts', double)
    git('add', 'train.ts')
    expect(cli(root, ['--staged'])).toMatchObject({ code: 1, stderr: '', stdout: expect.stringMatching(/^train\.ts:6:48/) })
    write('train.ts', `\n${double}`)
    const { stdout, stderr } = cli(root, ['--staged'])
    expect(stdout).toMatch(/^train\.ts:7:48/)
    expect(stderr).toBe('ce-lint: --staged: linted as on the disk, with changes that are not staged: train.ts\n')
  })

  it('ends with a clear message where git cannot tell', () => {
    const root = tree({ 'train.ts': double, 'model.js': model })
    expect(cli(root, ['--since', 'main'], { env: { GIT_CEILING_DIRECTORIES: join(root, '..') } })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^ce-lint: --since: this is no git repository \(fatal: .*\)\n$/),
    })
    expect(cli(root, ['--changed'], { env: { PATH: '' } })).toMatchObject({ code: 2, stderr: expect.stringContaining('git cannot be run') })
    expect(cli(root, ['--changed', '--stdin'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--changed and standard input') })
  })
})

describe('patterns', () => {
  const wrong = { 'a.ts': double, 'model.js': model, 'gen/b.ts': double.replace('./', '../'), '.gitignore': 'gen/\n' }

  it('leave files out of a walk, and nothing does with --no-ignore', () => {
    const root = tree({ ...wrong, '.git/HEAD': '' })
    expect(cli(root, []).stdout).toContain('1 loss call in 2 files')
    expect(cli(root, ['--ignore-pattern', 'a.ts', '--ignore-pattern', 'x,y']).stdout).toBe('0 loss calls in 1 file\n')
    expect(cli(root, ['--no-ignore', '--ignore-pattern', 'a.ts']).stdout).toContain('2 loss calls in 3 files')
  })
})
