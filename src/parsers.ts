import { loadFormats } from './frontends/embedded/formats.js'
import { notebook } from './frontends/notebook/index.js'
import { python } from './frontends/python/index.js'
import { loadParser } from './frontends/python/parse.js'
import type { LintOptions } from './lint.js'

/** Loads the parsers for the formats of the files, and of those that they import. */
export async function loadParsers({ files, others = [] }: LintOptions): Promise<void> {
  const imported = files.flatMap(({ text }) => text.match(/\.(?:vue|svelte)(?=["'])/g) ?? [])
  await loadFormats([...files.map(({ path }) => path), ...others, ...imported])
  if (files.some(({ path }) => python.handles(path) || notebook.handles(path))) await loadParser()
}
