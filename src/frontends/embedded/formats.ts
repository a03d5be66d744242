import type { Page } from './page.js'

/** The formats that hold scripts; the parser of each is loaded when a run has a file of it. */
const formats: readonly { names: RegExp; load: () => Promise<(text: string) => Page> }[] = [
  { names: /\.html?$/i, load: async () => (await import('./html.js')).htmlPage },
  { names: /\.vue$/i, load: async () => (await import('./vue.js')).vuePage },
  { names: /\.svelte$/i, load: async () => (await import('./svelte.js')).sveltePage },
  { names: /\.(?:md|markdown)$/i, load: async () => (await import('./markdown.js')).markdownPage },
]

const loaded = new Map<RegExp, (text: string) => Page>()

/** Loads the parsers for files of these names: reading itself does not wait. */
export async function loadFormats(names: Iterable<string>): Promise<void> {
  const wanted = new Set<(typeof formats)[number]>()
  for (const name of names) for (const format of formats) if (format.names.test(name)) wanted.add(format)
  for (const { names: pattern, load } of wanted) if (!loaded.has(pattern)) loaded.set(pattern, await load())
}

export function isEmbedding(file: string): boolean {
  return formats.some(({ names }) => names.test(file))
}

/** What the file holds; undefined while the parser of its format is not loaded. */
export function readPage(file: string, text: string): Page | undefined {
  const format = formats.find(({ names }) => names.test(file))
  return format && loaded.get(format.names)?.(text)
}
