import type { Link } from '../../graph/graph.js'
import type { Host } from '../frontend.js'
import { perHost } from '../per-host.js'
import { directoryOf, joinPath } from '../posix.js'
import { isAddress, packageIn } from './address.js'
import { packageTargets } from './package.js'
import { aliasesOf } from './tsconfig.js'

/** Where a specifier leads: a file of the project, or a package that is none of its business. */
export function link(specifier: string, from: string, host: Host): Link {
  return linkFrom(`${directoryOf(from)}\0${specifier}`, host)
}

const linkFrom = perHost((key, host) => {
  const [directory, specifier] = key.split('\0') as [string, string]
  return resolve(specifier, directory, host)
})

function resolve(specifier: string, directory: string, host: Host): Link {
  if (isAddress(specifier)) return { to: 'package', name: packageIn(specifier) ?? specifier }
  if (/^\.\.?(?:\/|$)/.test(specifier)) return relative(specifier, joinPath(directory, specifier), host)
  // An absolute path is one from the root that is served, which only a bundler knows.
  if (specifier.startsWith('/')) return relative(specifier, specifier.slice(1), host)
  for (const target of [...aliasesOf(specifier, directory, host), ...packageTargets(specifier, directory, host)]) {
    const file = resolveFile(target, host)
    if (file !== undefined) return { to: 'file', file }
  }
  return specifier.startsWith('#') ? missing(specifier) : { to: 'package', name: specifier }
}

function relative(specifier: string, path: string, host: Host): Link {
  const file = resolveFile(path, host)
  return file === undefined ? missing(specifier) : { to: 'file', file }
}

function missing(specifier: string): Link {
  return { to: 'nothing', reason: `${specifier} not found` }
}

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json']
/** Sources that are imported by the name of what they compile to; they come before it, as in the compiler. */
const sources: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
}

function resolveFile(path: string, host: Host): string | undefined {
  const written = /\.[mc]?jsx?$/.exec(path)?.[0]
  const stem = written ? path.slice(0, -written.length) : path
  const index = joinPath(path, 'index')
  const candidates = [
    ...(sources[written ?? ''] ?? []).map((extension) => stem + extension),
    path,
    ...extensions.map((extension) => path + extension),
    ...extensions.map((extension) => index + extension),
  ]
  return candidates.find((each) => each !== '' && host.isFile(each))
}
