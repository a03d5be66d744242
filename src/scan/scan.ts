import { statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { compareText } from '../place.js'
import type { FileProblem } from '../report.js'
import type { Gate } from './gate.js'
import { isIgnored } from './ignored.js'
import { isPython, type Look, look } from './read.js'
import type { Selections } from './selection.js'
import { walk } from './walk.js'

/** Files with source in them, by name; declarations hold no calls. */
const source = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx|html?|vue|svelte|pyw?|ipynb)$/i
/** Files that are read when they are asked for: most of what they show is not meant to run. */
const documents = /\.(?:md|markdown)$/i
const page = /\.html?$/i

export function isSource(path: string): boolean {
  return source.test(path) || documents.test(path)
}

export const noSource =
  'is no file of JavaScript, TypeScript, Python, HTML, Vue, Svelte or Markdown and no notebook by its name, and was not looked at'

export const notText = 'is no text in UTF-8, and was not looked at: save it in that encoding'

export interface ScanOptions {
  /** Absolute path of the working directory. */
  cwd: string
  /** Files and folders as the user named them. */
  paths: readonly string[]
  /** Made once all files are found, for a config beside them may name losses of its own. */
  gate(): Gate
  selections: Selections
  /** Ignore rules, those of `.gitignore` files too, do not count. */
  all?: boolean
}

export interface Scan {
  /** Files that may hold a loss call, in order of their paths, which are POSIX and relative to the working directory. */
  candidates: readonly { path: string; text: string }[]
  /** The other files, which hold no loss call but may call into those that do; of no use, and empty, where none does. */
  others: readonly string[]
  /** Files that are no candidates and may hold comments for ce-lint. */
  commented: readonly string[]
  /** No folder was looked through: there may be other files that belong to those that were named. */
  partial: boolean
  /** All files that were looked at. */
  looked: readonly string[]
  problems: readonly FileProblem[]
  /** Named paths that do not exist, and named folders without a source file. */
  missing: readonly string[]
  empty: readonly string[]
}

/** Finds the files to analyse. Order and repetition of the named paths make no difference. */
export async function scan(options: ScanOptions): Promise<Scan> {
  const candidates = new Map<string, string>()
  const alone = new Map<string, string>()
  const calling = new Map<string, string>()
  const problems = new Map<string, FileProblem>()
  const seen = new Set<string>()
  const others: string[] = []
  const commented: string[] = []
  const missing: string[] = []
  const empty: string[] = []
  const problem = (path: string, message: string) => problems.set(path, { file: relativePath(options.cwd, path), message })
  const pending: { path: string; always: boolean }[] = []
  const visit = (path: string, always: boolean) => {
    if (seen.has(path)) return
    seen.add(path)
    pending.push({ path, always })
  }
  const lookAt = ({ path, always }: { path: string; always: boolean }, gate: Gate) => {
    const found = read(path, gate, always)
    if ('text' in found) ({ text: candidates, alone, calling })[found.verdict].set(path, found.text)
    else if (found.problem) problem(path, found.problem)
    else {
      others.push(path)
      if ('commented' in found) commented.push(path)
    }
  }
  const folders: string[] = []
  for (const name of [...new Set(options.paths)].sort(compareText)) {
    const path = resolve(options.cwd, name)
    const kind = kindOf(path)
    if (kind === 'missing') missing.push(name)
    else if (kind === 'folder') folders.push(name)
    else if (kind === 'other') problem(path, 'is neither a file nor a folder, and was not looked at')
    else if (isSource(path)) {
      await options.selections.above(dirname(path))
      visit(path, true)
    } else problem(path, noSource)
  }
  for (const name of folders) {
    const found = await visitFolder(resolve(options.cwd, name), options, (path) => visit(path, false), problem)
    if (!found) empty.push(name)
  }
  const gate = options.gate()
  for (const each of pending) lookAt(each, gate)
  const inPages = [...seen].some((path) => page.test(path))
  const inPython = [...candidates.keys()].some(isPython)
  for (const [paths, wanted] of [
    [alone, inPages],
    [calling, inPython],
  ] as const)
    for (const [path, text] of paths) {
      if (wanted) candidates.set(path, text)
      else {
        others.push(path)
        if (gate.comments(text)) commented.push(path)
      }
    }
  return {
    candidates: [...candidates]
      .map(([path, text]) => ({ path: relativePath(options.cwd, path), text }))
      .sort((a, b) => compareText(a.path, b.path)),
    others: candidates.size > 0 ? others.map((path) => relativePath(options.cwd, path)).sort(compareText) : [],
    commented: commented.map((path) => relativePath(options.cwd, path)).sort(compareText),
    partial: folders.length === 0,
    looked: [...seen].map((path) => relativePath(options.cwd, path)).sort(compareText),
    problems: [...problems.values()].sort((a, b) => compareText(a.file, b.file)),
    missing,
    empty,
  }
}

/** True when there was a source file. */
async function visitFolder(
  folder: string,
  { cwd, selections, all = false }: ScanOptions,
  visit: (path: string) => void,
  problem: (path: string, message: string) => void,
): Promise<boolean> {
  let found = false
  await walk({
    cwd,
    folder,
    handles: (name, { files }) => source.test(name) || (files !== undefined && documents.test(name)),
    selections,
    all,
    visit: (path, { files }) => {
      if (files && !isIgnored(path, false, [files])) return
      found = true
      visit(path)
    },
    failed: (path, error) => problem(path, `cannot be read: ${error.message}`),
  })
  return found
}

function read(path: string, gate: Gate, always: boolean): Extract<Look, { text: string }> | { problem?: string; commented?: true } {
  try {
    const found = look(path, gate, always)
    if ('text' in found) return found
    if (found.verdict === 'binary') return { problem: notText }
    if (found.verdict === 'no') return found.commented ? { commented: true } : {}
    return { problem: `was not looked at: ${found.why}. Name it on the command line to lint it, or list it under "ignores" in the config` }
  } catch (error) {
    return { problem: `cannot be read: ${(error as Error).message}` }
  }
}

/** A pipe or device of a source file's name would keep the run waiting. */
function kindOf(path: string): 'file' | 'folder' | 'other' | 'missing' {
  try {
    const found = statSync(path)
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other'
  } catch {
    return 'missing'
  }
}

/** POSIX path relative to the working directory, as reports have it. */
export function relativePath(cwd: string, path: string): string {
  const name = relative(cwd, path)
  return sep === '/' ? name : name.replaceAll(sep, '/')
}
