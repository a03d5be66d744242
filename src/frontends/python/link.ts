import type { Link } from '../../graph/graph.js'
import type { Host } from '../frontend.js'
import { perHost } from '../per-host.js'
import { directoryOf, joinPath, upward } from '../posix.js'

/** Where a specifier leads: a file of the project, or a package that is none of its business. */
export function link(specifier: string, from: string, host: Host): Link {
  return linkFrom(`${directoryOf(from)}\0${specifier}`, host)
}

const linkFrom = perHost((key, host): Link => {
  const [directory, specifier] = key.split('\0') as [string, string]
  const relative = /^\.+/.exec(specifier)?.[0]
  if (relative) return relativeLink(specifier, relative, directory, host)
  const path = specifier.replaceAll('.', '/')
  const [first = '', ...rest] = specifier.split('.')
  const installed = { name: `pypi:${first}`, path: rest }
  for (const root of rootsAbove(directory)) {
    const file = moduleFile(joinPath(root, path), host)
    if (file !== undefined) return { to: 'file', file, as: installed }
  }
  return { to: 'package', ...installed }
})

function relativeLink(specifier: string, dots: string, directory: string, host: Host): Link {
  const folder = dots.slice(1).replaceAll('.', '../')
  const path = specifier.slice(dots.length).replaceAll('.', '/')
  const file = moduleFile(joinPath(joinPath(directory, folder), path), host)
  return file === undefined ? { to: 'nothing', reason: `${specifier} not found` } : { to: 'file', file }
}

/** Where a project is run from, or what its files add to the path, is not written down: any folder above may be it. */
function rootsAbove(directory: string): string[] {
  return [...upward(directory)].flatMap((at) => [at, joinPath(at, 'src')])
}

function moduleFile(path: string, host: Host): string | undefined {
  const candidates = path === '' ? ['__init__.py'] : [`${path}.py`, `${path}/__init__.py`, `${path}.ipynb`]
  return candidates.find((each) => host.isFile(each))
}

/** The specifier of a module within what another leads to. */
export function inner(specifier: string, name: string): string {
  return specifier.endsWith('.') || specifier === '' ? `${specifier}${name}` : `${specifier}.${name}`
}
