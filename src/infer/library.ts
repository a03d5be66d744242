import { frameworkNamed } from '../contracts/catalog.js'
import type { Value } from './value.js'

/** Something of a library, by its path; modules that stand for the whole library are left out of it. */
export function ofLibrary(pkg: string, path: readonly string[]): Value {
  const [first] = path
  const isRoot = first !== undefined && frameworkNamed(pkg)?.roots?.includes(first)
  return { is: 'library', package: pkg, path: isRoot ? path.slice(1) : path }
}
