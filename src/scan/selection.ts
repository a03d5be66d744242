import type { IgnoreRules } from './ignored.js'

/** Which files of a folder are picked up, and of those below it until another selection takes over. */
export interface Selection {
  /** When given, only what these patterns name. */
  files?: IgnoreRules | undefined
  ignores: readonly IgnoreRules[]
}

/** The selections of a run, by folder. */
export interface Selections {
  /** The one that holds in a folder, wherever above it stands. */
  above(folder: string): Promise<Selection>
  /** The one that begins in a folder with these entries; undefined where that of its parent goes on. */
  within(folder: string, entries: readonly { name: string }[]): Promise<Selection> | undefined
}
