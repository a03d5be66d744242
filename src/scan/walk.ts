import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type IgnoreRules, isIgnored, rulesAbove, withFolder } from './ignored.js'
import type { Selection, Selections } from './selection.js'

/** Never source of the project: installed packages, and what version control keeps for itself. */
const pruned = new Set([
  ...['node_modules', 'bower_components', '.git', '.hg', '.svn', '.jj', 'CVS'],
  ...['site-packages', '__pycache__', '.venv', 'venv', '.tox', '.nox', '.eggs', '.ipynb_checkpoints'],
])

export interface WalkOptions {
  /** Absolute path of the working directory. */
  cwd: string
  /** Absolute path of the folder to begin at. Named by the user, so it is walked although it may be ignored itself. */
  folder: string
  handles(name: string, selection: Selection): boolean
  selections: Selections
  /** No ignore files count. */
  all?: boolean
  visit(path: string, selection: Selection): void
  failed(path: string, error: NodeJS.ErrnoException): void
}

/**
 * Visits the source files below a folder that no ignore file excludes. Symbolic links are not followed, as git does it:
 * what they lead to is either part of the tree anyway, or none of it; so there are no cycles.
 */
export async function walk({ cwd, folder, handles, selections, all = false, visit, failed }: WalkOptions): Promise<void> {
  const above = all ? [] : rulesAbove(folder, cwd)
  const open: Open[] = [{ folder, outer: isIgnored(folder, true, above) ? [] : above, selected: await selections.above(folder) }]
  for (let next = open.pop(); next; next = open.pop()) {
    const entries = list(next.folder, failed)
    const rules = !all && entries.some((entry) => entry.name === '.gitignore') ? withFolder(next.folder, next.outer) : next.outer
    const other = selections.within(next.folder, entries)
    const selected = other ? await other : next.selected
    for (const entry of entries) {
      const folder = entry.isDirectory()
      if (folder ? pruned.has(entry.name) : !(handles(entry.name, selected) && entry.isFile())) continue
      const path = join(next.folder, entry.name)
      if (isIgnored(path, folder, selected.ignores) || isIgnored(path, folder, rules)) continue
      if (folder) open.push({ folder: path, outer: rules, selected })
      else visit(path, selected)
    }
  }
}

interface Open {
  folder: string
  outer: readonly IgnoreRules[]
  selected: Selection
}

function list(folder: string, failed: WalkOptions['failed']): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    failed(folder, error as NodeJS.ErrnoException)
    return []
  }
}
