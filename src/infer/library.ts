import { frameworkNamed } from '../contracts/catalog.js'
import type { Framework } from '../contracts/framework.js'
import type { Argument } from './context.js'
import type { Value } from './value.js'

/** Something of a library, by its path; modules that stand for the whole library are left out of it. */
export function ofLibrary(pkg: string, path: readonly string[], bound?: readonly Argument[]): Value {
  const framework = frameworkNamed(pkg)
  const part = framework?.parts && longest(framework.parts, path)
  if (part) {
    const [other, within] = part.means.split('#') as [string, string | undefined]
    return ofLibrary(other, [...(within?.split('.') ?? []), ...path.slice(part.length)], bound)
  }
  const own = framework ? settled(framework, path) : path
  const name = own.join('.')
  if (framework?.constants && Object.hasOwn(framework.constants, name))
    return { is: 'literal', value: framework.constants[name]!, numeric: 'float' }
  return { is: 'library', package: pkg, path: own, ...(bound && { bound }) }
}

/** The path under which contracts know what another path leads to, too. */
function settled({ roots, moved }: Framework, path: readonly string[]): readonly string[] {
  const [first] = path
  const from = moved && longest(moved, path.slice(0, -1))
  if (from) return [...(from.means === '' ? [] : from.means.split('.')), ...path.slice(from.length)]
  return first !== undefined && roots?.includes(first) ? path.slice(1) : path
}

/** The longest of some dotted paths that a path begins with. */
function longest(paths: Readonly<Record<string, string>>, path: readonly string[]): { means: string; length: number } | undefined {
  for (let length = path.length; length > 0; length--) {
    const key = path.slice(0, length).join('.')
    if (Object.hasOwn(paths, key)) return { means: paths[key]!, length }
  }
  return undefined
}
