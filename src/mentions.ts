import { compareText } from './place.js'
import { remembered } from './remembered.js'

/** Tells which files have a word in them. Each file is taken apart once, when it is first asked about. */
export interface Mentions {
  /** Those of the files that have the word, in the order of their names. */
  among(files: readonly string[], word: string): readonly string[]
}

const words = /[\w$\u0080-\uffff]+/g

export function createMentions(read: (file: string) => string | undefined): Mentions {
  const wordsOf = new Map<string, ReadonlySet<string>>()
  const indexes = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>()
  const taken = (file: string) => remembered(wordsOf, file, () => new Set(read(file)?.match(words)))
  return {
    among: (files, word) => {
      if (files.length < fewest) return files.filter((file) => taken(file).has(word))
      return remembered(indexes, files, () => indexed(files, taken)).get(word) ?? []
    },
  }
}

/** Lists from which on a table by word pays. */
const fewest = 8

function indexed(files: readonly string[], taken: (file: string) => ReadonlySet<string>): Map<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const file of [...files].sort(compareText)) for (const word of taken(file)) remembered(index, word, (): string[] => []).push(file)
  return index
}
