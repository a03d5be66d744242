import { type Repaired, repair } from '../../src/fixes/repair.js'
import { lint } from '../../src/lint.js'
import { loadParsers } from '../../src/parsers.js'

/** Fixes files in memory. */
export async function repairs(texts: Readonly<Record<string, string>>, unsafe = false): Promise<Repaired> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  await loadParsers({ files })
  return repair({
    lint: (changed) => lint({ files: files.map(({ path, text }) => ({ path, text: changed.get(path) ?? text })) }),
    read: (file) => texts[file],
    mayEdit: (file) => Object.hasOwn(texts, file),
    unsafe,
  })
}

/** The lines of a file that a repair took out and put in. */
export async function changed(file: string, text: string, unsafe = false): Promise<string[]> {
  const { texts } = await repairs({ [file]: text }, unsafe)
  const [before, after] = [text.split('\n'), (texts.get(file) ?? text).split('\n')]
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line.trim()}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line.trim()}`),
  ]
}
