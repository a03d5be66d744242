import { compareText } from './place.js'
import { remembered } from './remembered.js'

/** Tells which files have a word in them. Each file is taken apart once, when it is first asked about. */
export interface Mentions {
  /** Those of the files that have the word, in the order of their names. */
  among(files: readonly string[], word: string): readonly string[]
}

const words = /[\w$\u0080-\uffff]+/g

export function createMentions(read: (file: string) => string | undefined): Mentions {
  const byWord = new Map<string, string[]>()
  const taken = new Set<string>()
  const sets = new WeakMap<readonly string[], ReadonlySet<string>>()
  const take = (file: string) => {
    if (taken.has(file)) return
    taken.add(file)
    for (const word of new Set(read(file)?.match(words))) remembered(byWord, word, (): string[] => []).push(file)
  }
  const takeAll = (files: readonly string[]) => {
    for (const file of files) take(file)
    return new Set(files)
  }
  return {
    among: (files, word) => {
      const among = remembered(sets, files, () => takeAll(files))
      return (byWord.get(word) ?? []).filter((file) => among.has(file)).sort(compareText)
    },
  }
}
