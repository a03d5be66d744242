import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { measure } from '../../src/numbers/stats.js'
import type { Finding } from '../../src/report.js'
import { measureStored } from '../../src/stored/measure.js'
import { cli } from '../cli/cli.js'

const folder = mkdtempSync(join(tmpdir(), 'ce-lint-large-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A tensor made while it is read: rows that differ, more of them than are held at a time. */
function made(rows: number, classes: number, at: (row: number, entry: number) => number) {
  return {
    shape: [rows, classes],
    dtype: 'float32',
    read: (from: number, to: number) =>
      Float32Array.from({ length: (to - from) * classes }, (_, i) => at(from + Math.floor(i / classes), i % classes)),
  }
}

describe('a tensor that is read in pieces', () => {
  it('measures as one that is read at once, and tells the first NaN by its place in the whole', () => {
    const [rows, classes] = [40_000, 1000]
    const tensor = made(rows, classes, (row, entry) =>
      row === 35_123 && entry === 7 ? Number.NaN : Math.fround(((row * 31 + entry * 17) % 1009) / 100),
    )
    const pieces: number[] = []
    const inPieces = measureStored(tensor, { classAxis: -1 }, ({ shape }) => pieces.push(shape[0]!))
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.reduce((a, b) => a + b)).toBe(rows)
    const whole = measure({ data: tensor.read(0, rows), shape: tensor.shape, dtype: 'float32' }, { classAxis: -1 })
    expect(inPieces.firstNonFinite).toEqual([35_123, 7])
    const { otherAxis: _, ...rest } = whole
    expect(inPieces).toEqual(rest)
  })
})

describe('a file larger than the memory it is given', () => {
  it('is judged to its last entry', () => {
    const [rows, classes] = [300_000, 1000]
    const header = `${`{'descr': '<f8', 'fortran_order': False, 'shape': (${rows}, ${classes}), }`.padEnd(117)}\n`
    const start = Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(header)])
    const file = openSync(join(folder, 'sparse.npy'), 'w')
    writeSync(file, Buffer.concat([start, Buffer.from(Float64Array.from({ length: 20 }, (_, i) => i / 7).buffer)]))
    ftruncateSync(file, start.length + rows * classes * 8)
    writeSync(file, Buffer.from(Float64Array.of(Number.NaN).buffer), 0, 8, start.length + (rows * classes - 1) * 8)
    closeSync(file)
    const atExit = 'process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))'
    const node = ['--max-old-space-size=64', `--import=data:text/javascript,${atExit}`]
    const { code, stdout, stderr } = cli(folder, ['inspect', 'sparse.npy', '--loss', 'torch.nn.CrossEntropyLoss', '-f', 'json'], { node })
    expect(JSON.parse(stdout).findings.map(({ rule, message }: Finding) => `${rule}: ${message.what}`)).toEqual([
      expect.stringMatching(/^non-finite-input: .*\[299999, 999\]/),
    ])
    expect(code).toBe(1)
    // Kilobytes: a third of the file's 2.4 GB.
    expect(Number(stderr.split('\n').at(-1))).toBeLessThan(800_000)
  }, 300_000)
})
