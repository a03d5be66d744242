import type { Host } from '../frontend.js'
import { perHost } from './per-host.js'
import { joinPath, matchPattern, upward } from './posix.js'

interface Package {
  directory: string
  name?: unknown
  main?: unknown
  imports?: unknown
  exports?: unknown
}

/** Files that the package itself lets a specifier stand for: its `imports` (`#…`), and its own name. */
export function packageTargets(specifier: string, directory: string, host: Host): string[] {
  const own = nearest(directory, host)
  if (!own) return []
  if (specifier.startsWith('#')) return mapped(own.imports, specifier).map((target) => joinPath(own.directory, target))
  const { name } = own
  if (typeof name !== 'string' || (specifier !== name && !specifier.startsWith(`${name}/`))) return []
  const subpath = `.${specifier.slice(name.length)}`
  const exported = isTable(own.exports) ? mapped(own.exports, subpath) : subpath === '.' ? targetsIn(own.exports) : []
  const main = subpath === '.' && exported.length === 0 ? [typeof own.main === 'string' ? own.main : 'index'] : []
  return [...exported, ...main].map((target) => joinPath(own.directory, target))
}

function nearest(directory: string, host: Host): Package | null {
  for (const step of upward(directory)) {
    const found = packageIn(step, host)
    if (found) return found
  }
  return null
}

const packageIn = perHost((directory, host) => {
  const file = joinPath(directory, 'package.json')
  return host.isFile(file) ? read(file, directory, host) : null
})

function read(file: string, directory: string, host: Host): Package {
  try {
    const content: unknown = JSON.parse((host.read(file) ?? '').replace(/^\uFEFF/, ''))
    return { ...(typeof content === 'object' ? content : {}), directory }
  } catch {
    // A broken manifest maps nothing; its owner hears of it elsewhere.
    return { directory }
  }
}

/** True for a table of subpaths, false for a target or a table of conditions. */
function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('.'))
}

function mapped(table: unknown, specifier: string): string[] {
  if (typeof table !== 'object' || table === null) return []
  for (const [pattern, target] of Object.entries(table)) {
    const star = matchPattern(pattern, specifier)
    if (star !== undefined) return targetsIn(target).map((each) => each.replaceAll('*', star))
  }
  return []
}

/** All files that a target names under any condition, in the order written. */
function targetsIn(target: unknown): string[] {
  if (typeof target === 'string') return [target]
  return typeof target === 'object' && target !== null ? Object.values(target).flatMap(targetsIn) : []
}
