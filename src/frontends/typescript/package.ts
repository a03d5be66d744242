import type { Host } from '../frontend.js'
import { perHost } from '../per-host.js'
import { joinPath, matchPattern, upward } from '../posix.js'

interface Package {
  directory: string
  name?: unknown
  main?: unknown
  module?: unknown
  source?: unknown
  workspaces?: unknown
  imports?: unknown
  exports?: unknown
}

/** Files that a specifier stands for in a package of the project: by its `imports` (`#…`), by its own name, or by that of a workspace. */
export function packageTargets(specifier: string, directory: string, host: Host): string[] {
  const own = nearest(directory, host)
  if (!own) return []
  if (specifier.startsWith('#')) return mapped(own.imports, specifier).map((target) => joinPath(own.directory, target))
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
  const meant = own.name === name ? own : workspaceNamed(name, own.directory, host)
  return meant ? filesOf(meant, `.${specifier.slice(name.length)}`).map((target) => joinPath(meant.directory, target)) : []
}

/** What a package's own manifest lets its name, or a path below it, stand for; what is built comes after its source. */
function filesOf({ exports, main, module, source }: Package, subpath: string): string[] {
  const exported = isTable(exports) ? mapped(exports, subpath) : subpath === '.' ? targetsIn(exports) : []
  const fields = subpath === '.' ? [source, module, main, 'index', 'src/index'] : [subpath, `src/${subpath}`]
  const targets = exports !== undefined ? exported : fields.filter((each) => typeof each === 'string')
  return targets.flatMap((target) => (isDeclaration(target) ? sourcesOf(target) : [...sourcesOf(target), target]))
}

const isDeclaration = (path: string) => /\.d\.[mc]?ts$/.test(path)

/** Where the source of what is built is by custom: `dist/nets.js` is made of `src/nets.ts`. */
function sourcesOf(target: string): string[] {
  const built = /^(?:\.\/)?(?:dist|lib|build|out|esm|cjs)\/(?:(?:esm|cjs)\/)?(.*)$/.exec(target)?.[1]
  return built === undefined ? [] : [`src/${built.replace(/\.(?:d\.)?[mc]?[jt]s$/, '')}`]
}

function nearest(directory: string, host: Host): Package | null {
  for (const step of upward(directory)) {
    const found = packageIn(step, host)
    if (found) return found
  }
  return null
}

/**
 * A package of the workspace around a directory. Its folder is looked for under its own name, with or without its scope,
 * where the workspace's patterns say: folders are not listed.
 */
function workspaceNamed(name: string, directory: string, host: Host): Package | undefined {
  for (const step of upward(directory)) {
    const patterns = patternsIn(step, host)
    if (patterns.length === 0) continue
    const plain = name.replace(/^@[^/]+\//, '')
    const folders = [plain, name, name.replace(/^@/, '').replace('/', '-')]
    const candidates = patterns.flatMap((pattern) =>
      pattern.includes('*') ? folders.map((each) => pattern.replace(/\*+/, each)) : [pattern],
    )
    const found = candidates.map((each) => packageIn(joinPath(step, each), host)).find((each) => each?.name === name)
    if (found) return found
  }
  return undefined
}

const patternsIn = perHost((directory, host): string[] => {
  const { workspaces } = packageIn(directory, host) ?? {}
  const listed = typeof workspaces === 'object' && workspaces !== null && 'packages' in workspaces ? workspaces.packages : workspaces
  const yaml = joinPath(directory, 'pnpm-workspace.yaml')
  const lines = host.isFile(yaml) ? [...(host.read(yaml) ?? '').matchAll(/^\s*-\s*["']?([^"'#\s]+)/gm)].map((match) => match[1]!) : []
  return [...(Array.isArray(listed) ? listed : []), ...lines].filter((each) => typeof each === 'string' && !each.startsWith('!'))
})

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
