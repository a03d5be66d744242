import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'

const root = join(import.meta.dirname, '../..')
const loss = ['--loss', 'torch.nn.CrossEntropyLoss']

/** A folder with files of tables and with some that NumPy wrote. */
function folder(files: Record<string, string>, ...stored: string[]): string {
  const cwd = tree(files)
  for (const path of stored) copyFileSync(join(root, path), join(cwd, path.slice(path.lastIndexOf('/') + 1)))
  return cwd
}

function npy(descr: string, shape: number[], data: NodeJS.TypedArray): Buffer {
  const header = `${`{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`.padEnd(117)}\n`
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(header), Buffer.from(data.buffer)])
}

const batch = 'examples/tensors/blog-batch.npz'
const logits = 'examples/tensors/blog-logits.npz'

describe('the parts of a batch', () => {
  it('are guessed from their names, once for all files alike, and the guess is told', () => {
    const { stdout, stderr } = cli(folder({}, batch, logits), ['inspect', 'blog-batch.npz', 'blog-logits.npz', ...loss])
    expect(stderr).toBe('ce-lint: blog-batch.npz, blog-logits.npz: took "logits" for the prediction; --prediction can name others\n')
    expect(stdout).toMatch(/^blog-batch\.npz:1:1: error probabilities-as-logits .*\n2 loss calls in 2 files: 1 clean, 1 finding\n$/)
  })

  it('are what the options name, and then nothing is told', () => {
    const cwd = folder({ 'odd.csv': 'a,b,truth\n0.5,2,1\n3,-1,0\n' })
    expect(cli(cwd, ['inspect', 'odd.csv', '--target', 'truth', ...loss])).toEqual({
      code: 0,
      stdout: '1 loss call in 1 file: 1 clean\n',
      stderr: '',
    })
  })

  it('may be files of their own, or tensors in them', () => {
    const cwd = folder({ 'p.csv': '0.1,0.7,0.2\n0.3,0.4,0.3\n', 't.csv': '1\n0\n' }, batch)
    const alone = cli(cwd, ['inspect', '--prediction', 'p.csv', '--target', 't.csv', ...loss])
    expect(alone.stdout).toMatch(/^p\.csv:1:1: error probabilities-as-logits /)
    const uses = ({ stdout }: { stdout: string }) => JSON.parse(stdout).uses[0].picture.loss.value
    const inside = cli(cwd, ['inspect', 'p.csv', '--target', 'blog-batch.npz:target', '-f', 'json', ...loss])
    expect(uses(inside)).toBeCloseTo(0.9505, 4)
    expect(uses(cli(cwd, ['inspect', 'blog-batch.npz', '--prediction', 'p.csv', '-f', 'json', ...loss]))).toBeCloseTo(0.9505, 4)
  })

  it('may be one tensor of a file that is named for it alone', () => {
    const cwd = folder({ 't.csv': '1\n0\n' }, batch)
    const named = (name: string) => cli(cwd, ['inspect', '--prediction', `blog-batch.npz:${name}`, '--target', 't.csv', ...loss])
    expect(named('logits').stdout).toMatch(/^blog-batch\.npz:1:1: error probabilities-as-logits /)
    expect(named('nope').stdout).toContain('blog-batch.npz: problem has no tensor "nope", as --prediction names')
  })

  it('are said to be without labels where no target is told; integers alone are taken for no scores', () => {
    const cwd = folder({}, batch)
    writeFileSync(join(cwd, 't.npy'), npy('<i8', [4], BigInt64Array.of(1n, 0n, 2n, 1n)))
    const { stdout, stderr } = cli(cwd, ['inspect', 't.npy', ...loss])
    expect(stdout).toBe('1 loss call in 1 file: 0 clean, 1 not understood\n')
    expect(stderr).toContain('ce-lint: t.npy: no target is told, so no labels were judged; --target names them\n')
    expect(cli(cwd, ['inspect', '.', ...loss]).stdout).toMatch(/^\.: problem is none of the formats that are read/)
  })

  it.each([
    [['a.csv', '--target', 'nope'], 'a.csv: problem has no tensor "nope", as --target names; it has "prediction"'],
    [['a.csv', '--target', 'nope.npy'], 'a.csv: problem has no tensor "nope.npy", as --target names; it has "prediction"'],
    [
      ['a.csv', '--target', 'b.json'],
      'a.csv: problem cannot be judged, for it is not told which tensor of b.json is the target: --target b.json:NAME; it has "u", "v"',
    ],
    [['a.csv', '--target', 'c.pt'], 'a.csv: problem cannot be judged, for c.pt is a pickle, which is never opened'],
    [
      ['b.json'],
      'b.json: problem does not tell which of its tensors is the prediction; it has "u", "v": name them with --prediction and --target',
    ],
    [
      ['d.json'],
      'd.json: problem does not tell which of its tensors is the prediction; it has "target": name them with --prediction and --target',
    ],
  ])('are asked for when it cannot be told: %j', (args, message) => {
    const files = { 'a.csv': '1,2\n3,4\n', 'b.json': '{ "u": [1], "v": [2] }', 'c.pt': '', 'd.json': '{ "target": [0] }' }
    const { code, stdout } = cli(tree(files), ['inspect', ...args, ...loss])
    expect(stdout).toContain(message)
    expect(code).toBe(2)
  })

  it('without telling names are told apart by their axes', () => {
    const { code, stderr } = cli(tree({ 'a.json': '{ "u": [1, 0], "v": [[0.2, 0.8], [0.4, 0.6]] }' }), ['inspect', 'a.json', ...loss])
    expect(stderr).toContain('took "v" for the prediction and "u" for the target')
    expect(code).toBe(1)
  })

  it('a column of a table is a score a line for binary losses, and a row of one class for others', () => {
    const cwd = tree({ 'a.csv': 'score,target\n2.5,1\n-0.5,0\n' })
    expect(cli(cwd, ['inspect', 'a.csv', '--loss', 'torch.nn.BCEWithLogitsLoss']).code).toBe(0)
    expect(cli(cwd, ['inspect', 'a.csv', ...loss]).stdout).toContain('single-class-softmax')
  })
})

describe('--option', () => {
  const labels = '{ "prediction": [[1, 3, -1], [-0.5, 0.8, 0.3]], "target": [1, 255] }'
  const run = (...args: string[]) => cli(tree({ 'a.json': labels }), ['inspect', 'a.json', ...args])

  it('tells what the loss was given beside its tensors', () => {
    expect(run(...loss).stdout).toMatch(/target-out-of-range .* or name what has no class as the ignored index\.\n/)
    expect(run(...loss, '--option', 'ignore_index=255').stdout).toBe('1 loss call in 1 file: 1 clean\n')
    expect(run(...loss, '--option', 'ignore_index=255', '--option', 'label_smoothing=2').stdout).toContain('bad-option')
  })

  it('chooses what the loss expects, where that depends on it', () => {
    const keras = ['--loss', 'keras.losses.SparseCategoricalCrossentropy', '--option', 'ignore_class=255']
    expect(run(...keras).stdout).toContain('logits-as-probabilities')
    expect(run(...keras, '--option', 'from_logits=True').stdout).toBe('1 loss call in 1 file: 1 clean\n')
  })

  it.each([
    ['ignore_indx=255', '--option: no option of torch.nn.CrossEntropyLoss is named "ignore_indx"; the nearest is "ignore_index"'],
    ['255', '--option: expected NAME=VALUE, got "255"'],
  ])('is a misuse when it is %s', (option, message) => {
    expect(run(...loss, '--option', option)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) })
  })
})

describe('a broken file', () => {
  it('is named with the remedy, and the rest of the run goes on', () => {
    const cwd = folder({ 'broken.npy': 'x', 'batch.pt': 'x' }, batch)
    const { code, stdout } = cli(cwd, ['inspect', 'broken.npy', 'batch.pt', 'blog-batch.npz', ...loss])
    expect(stdout).toContain('broken.npy: problem does not begin as an array of NumPy does; write it again with np.save\n')
    expect(stdout).toMatch(/batch\.pt: problem is a pickle, which is never opened.* np\.savez\("batch\.npz", logits=/)
    expect(stdout).toMatch(/1 loss call in 1 file: 0 clean, 1 finding · 2 problems\n$/)
    expect(code).toBe(1)
  })

  it('is asked for when none is named', () => {
    const { code, stderr } = cli(tree({}), ['inspect', ...loss])
    expect([code, stderr]).toEqual([2, 'ce-lint: inspect: name a file of stored tensors, such as batch.npz\n'])
  })
})

describe('--html', () => {
  it('writes the page beside the format, also of a stored report', () => {
    const cwd = folder({}, batch)
    const { stdout, code } = cli(cwd, ['inspect', 'blog-batch.npz', '-f', 'json', '--html', 'out/report.html', ...loss])
    const page = readFileSync(join(cwd, 'out/report.html'), 'utf8')
    expect(page).toMatch(/^<!doctype html>[\s\S]*probabilities-as-logits[\s\S]*<svg /)
    expect(code).toBe(1)
    writeFileSync(join(cwd, 'report.json'), stdout)
    expect(cli(cwd, ['render', 'report.json', '--html', 'again.html']).code).toBe(0)
    expect(readFileSync(join(cwd, 'again.html'), 'utf8')).toBe(page)
  })

  it('fails as a wrong option when it cannot', () => {
    const cwd = folder({}, batch)
    mkdirSync(join(cwd, 'folder'))
    const { code, stderr } = cli(cwd, ['inspect', 'blog-batch.npz', '--html', 'folder', ...loss])
    expect(stderr).toMatch(/^ce-lint: --html: EISDIR/m)
    expect(code).toBe(2)
  })

  it('alone needs what draws', () => {
    const cwd = folder({}, batch)
    expect(cli(cwd, ['inspect', 'blog-batch.npz', ...loss]).code).toBe(1)
    expect(existsSync(join(cwd, 'report.html'))).toBe(false)
  })
})

it('pictures are in no format but pretty and, as data, JSON', () => {
  const cwd = folder({}, batch)
  const shown = (format: string) => cli(cwd, ['inspect', 'blog-batch.npz', '-f', format, ...loss]).stdout
  expect(shown('pretty')).toContain('row sums')
  expect(JSON.parse(shown('json')).uses[0].picture.loss.bands).toHaveLength(3)
  for (const format of ['concise', 'github', 'sarif']) expect(shown(format)).not.toMatch(/row sums +-?\d|"picture"/)
})
