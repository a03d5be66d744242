import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { formats } from '../../src/reporters/reporter.js'
import { cli } from './cli.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ce-lint-'))
  writeFileSync(join(folder, 'a.ts'), "import * as tf from '@tensorflow/tfjs'\ntf.losses.softmaxCrossEntropy(y, tf.softmax(z))\n")
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

it('prints every format that there is', () => {
  for (const format of formats) {
    const { code, stdout, stderr } = cli(folder, ['-f', format])
    expect([format, code, stderr]).toEqual([format, 1, ''])
    expect(stdout).toContain('probabilities-as-logits')
  }
})

it('knows the promised JSON by its version, too', () => {
  expect(cli(folder, ['-f', 'json-v1'])).toEqual(cli(folder, ['-f', 'json']))
})

it('writes each format to the file that is named after it, and one to standard output', () => {
  const { code, stdout, stderr } = cli(folder, ['-f', 'concise', '-f', 'sarif', '-o', 'out/a.sarif', '-f', 'gitlab', '-o', 'b.json'])
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toMatch(/^a\.ts:2:\d+: error probabilities-as-logits/)
  expect(JSON.parse(read('out/a.sarif')).runs).toHaveLength(1)
  expect(JSON.parse(read('b.json'))).toHaveLength(1)
})

it('says the counts on standard error when all goes to files, in either order of the options', () => {
  for (const args of [
    ['-f', 'json', '-o', 'a.json'],
    ['-o', 'a.json', '-f', 'json'],
  ]) {
    const { stdout, stderr } = cli(folder, args)
    expect([stdout, stderr]).toEqual(['', '1 loss call in 1 file: 0 clean, 1 finding · 1 fixable with --fix --unsafe-fixes\n'])
    expect(JSON.parse(read('a.json')).findings).toHaveLength(1)
  }
})

it.each([
  [['-f', 'json', '-f', 'sarif'], '--format: only one format can go to standard output; name an --output-file after each of the others'],
  [['-f', 'json', '-o', 'x', '-f', 'sarif', '-o', './x'], '--output-file: ./x is named twice'],
  [['-f', 'concise', '-f', 'sariff', '-o', 'x'], '--format: no format is named "sariff"; the nearest is "sarif"'],
])('refuses %j before any work', (args, message) => {
  const { code, stdout, stderr } = cli(folder, args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
  expect(readdirSync(folder)).toEqual(['a.ts'])
})
