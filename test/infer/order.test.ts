import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isSource, programs as labelled } from '../../bench/quality/programs.mjs'
import type { SourceFile } from '../../src/index.js'
import { lint } from '../../src/lint.js'
import { loadParsers } from '../../src/parsers.js'
import { random } from '../random.js'

/** Every program of several files that the tests and the measurement of quality have. */
const programs = [...fromTests(), ...fromFolders()]

beforeAll(() => loadParsers({ files: programs.flatMap(({ files }) => files) }))

test('there are programs', () => {
  expect(programs.length).toBeGreaterThan(60)
})

describe('the order of files changes nothing', () => {
  test.each(programs)('$name', ({ files }) => {
    const once = JSON.stringify(lint({ files }))
    for (const order of [[...files].reverse(), shuffled(files, 1), shuffled(files, 2)])
      expect(JSON.stringify(lint({ files: order }))).toBe(once)
  })
})

describe('a file alone, with the others to be read, gets the verdicts that it has in the whole', () => {
  test.each(programs)('$name', ({ files }) => {
    const host = hostOf(files)
    const sources = files.filter(({ path }) => isSource(path))
    const whole = lint({ files: sources, host })
    for (const file of sources) {
      const others = sources.filter((each) => each !== file).map(({ path }) => path)
      const alone = lint({ files: [file], host, others })
      expect(verdictsIn(alone, file), file.path).toEqual(verdictsIn(whole, file))
    }
  })
})

function verdictsIn({ uses, findings }: ReturnType<typeof lint>, { path }: SourceFile) {
  return [
    ...uses.filter(({ at }) => at?.file === path).map(({ at, verdict, reason }) => `${at?.line}:${at?.column} ${verdict} ${reason ?? ''}`),
    ...findings.filter(({ at }) => at?.file === path).map(({ at, rule, certainty }) => `${at?.line}:${at?.column} ${rule} ${certainty}`),
  ]
}

function hostOf(files: readonly SourceFile[]) {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  return { read: (path: string) => texts.get(path), isFile: (path: string) => texts.has(path) }
}

function shuffled(files: readonly SourceFile[], seed: number): SourceFile[] {
  const next = random(seed)
  return [...files]
    .map((file) => ({ file, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file)
}

function fromTests() {
  return readdirSync(import.meta.dirname).flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    return [...text.matchAll(/`([^`]*^\/\/ file: [^`]*)`/gm)].flatMap(([, program = ''], index) => {
      const parts = program.split(/^\/\/ file: (.*)\n/m).slice(1)
      const files = parts.flatMap((path, at) => (at % 2 === 0 ? [{ path, text: parts[at + 1]! }] : []))
      return files.length > 1 && !program.includes('${') ? [{ name: `${name} ${index}`, files }] : []
    })
  })
}

function fromFolders() {
  return labelled().flatMap(({ name, files }: { name: string; files: SourceFile[] }) =>
    files.filter(({ path }) => isSource(path)).length > 1 ? [{ name, files }] : [],
  )
}
