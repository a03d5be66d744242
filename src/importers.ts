import type { Host } from './frontends/frontend.js'
import { remembered } from './remembered.js'

/** Finds files that may import another, from their text alone; built when first asked, in one pass. */
export interface Importers {
  /** Files that name the file in an import, or one that passes its exports on. May hold files that mean another of the same name. The same list whenever it is asked for. */
  of(file: string): readonly string[]
}

const specifiers = /(?:from|import|require\s*\(|import\s*\()\s*["']([^"']+)["']/g
const passesOn = /\bexport\s*(?:\*|\{[^}]*\}\s*from\b)|\bmodule\.exports\b/

/** Longer files, and lines that are longer on average, are of bundles, which import nothing of the project. */
const longest = 1_000_000
const longestLine = 500

/** Whether people wrote the text, as far as its measure tells. */
export function isWritten(text: string): boolean {
  return text.length <= longest && text.length <= longestLine * text.split('\n').length
}

export function createImporters(host: Host, files: readonly string[]): Importers {
  let index: Index | undefined
  const lists = new Map<string, readonly string[]>()
  return {
    of(file) {
      index ??= readAll(host, files)
      const known = index
      return remembered(lists, keyOf(file), () => importersOf(known, file))
    },
  }
}

function importersOf({ byWord, barrels }: Index, file: string): readonly string[] {
  const found = new Set<string>()
  const open = [file]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const importer of byWord.get(keyOf(at)) ?? []) {
      if (found.has(importer)) continue
      found.add(importer)
      if (barrels.has(importer)) open.push(importer)
    }
  }
  return [...found].sort()
}

interface Index {
  /** Files by their language and the last word of a specifier in them. */
  byWord: ReadonlyMap<string, readonly string[]>
  barrels: ReadonlySet<string>
}

function readAll(host: Host, files: readonly string[]): Index {
  const byWord = new Map<string, string[]>()
  const barrels = new Set<string>()
  for (const file of files) {
    const text = (host.peek ?? host.read)(file) ?? ''
    if (text.length > longest) continue
    for (const word of importedBy(file, text)) remembered(byWord, languageOf(file) + word, (): string[] => []).push(file)
    if (isPackage(file) || passesOn.test(text)) barrels.add(file)
  }
  return { byWord, barrels }
}

/** Last words of all that a file imports; in Python each imported name may be a module, too. */
function importedBy(file: string, text: string): Set<string> {
  if (languageOf(file) !== 'python ') return new Set([...text.matchAll(specifiers)].map((match) => wordOf(match[1]!)))
  const lines = [...text.matchAll(pythonImports)].map((match) => match[0])
  return new Set(lines.flatMap((line) => line.match(/\w+/g) ?? []))
}

const pythonImports = /(?:^|[\n"]|\\n)\s*(?:from|import)\s[^\n#]*(?:\([^)]*\))?/g

/** A package of Python names what its modules define once more. */
function isPackage(file: string): boolean {
  return /(?:^|\/)__init__\.py$/.test(file)
}

/** No file of Python imports one of JavaScript, nor the other way round. */
function languageOf(file: string): 'python ' | 'script ' {
  return /\.(?:pyw?|ipynb)$/i.test(file) ? 'python ' : 'script '
}

function keyOf(file: string): string {
  return languageOf(file) + wordOf(file)
}

/** The name by which a file is imported: its own without extension, that of its folder for an index file. */
function wordOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '.' && part !== '..')
  const last = (parts.pop() ?? '').replace(/\.(?:[cm]?[jt]sx?|pyw?|ipynb)$/, '')
  return last === 'index' || last === '__init__' ? (parts.pop() ?? '') : last
}
