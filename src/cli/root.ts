import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** Whether paths lead to all of a project. Else what calls into the linted files from elsewhere is not seen. */
export function isWhole(paths: readonly string[], cwd: string, baseline: string): boolean {
  const root = rootOf(cwd, baseline)
  return (paths.length > 0 ? paths : ['.']).some((path) => isWithin(resolve(cwd, path), root))
}

/** The repository, else the folder of the baseline where that is further up, else the working directory. */
export function rootOf(cwd: string, baseline: string): string {
  return repositoryOf(cwd) ?? (isWithin(dirname(baseline), cwd) ? dirname(baseline) : cwd)
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder))
}

function isWithin(outer: string, inner: string): boolean {
  const path = relative(outer, inner)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
