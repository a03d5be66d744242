import { loadFormats } from './frontends/embedded/formats.js'
import { notebook } from './frontends/notebook/index.js'
import { python } from './frontends/python/index.js'
import { loadParser } from './frontends/python/parse.js'
import type { LintOptions } from './lint.js'

/** Loads the parsers for the formats of the files, and of those that they import. */
export async function loadParsers({ files, others = [], commented = [] }: LintOptions): Promise<void> {
  const imported = files.flatMap(({ text }) => text.match(/\.(?:vue|svelte)(?=["'])/g) ?? [])
  await loadFormats([...files.map(({ path }) => path), ...others, ...commented, ...imported])
  const isPython = (path: string) => python.handles(path) || notebook.handles(path)
  if (commented.some(isPython) || files.some(({ path, text }) => isPython(path) || showsPython(path, text))) await loadParser()
}

/** Whether a page of Markdown may have blocks of Python. */
function showsPython(path: string, text: string): boolean {
  return /\.(?:md|markdown)$/i.test(path) && /(?:```|~~~)\s*py/i.test(text)
}
