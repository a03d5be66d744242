import type { NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { add } from '../flow/flow.js'
import { initialise } from '../flow/variables.js'
import { storeName } from './assignments.js'
import { inner } from './link.js'
import type { Lowering } from './lowering.js'
import { childOf, part, parts, type Syntax } from './syntax.js'

/** `import a.b`, `import a.b as c`. */
export function lowerImport(m: Lowering, node: Syntax): void {
  for (const each of parts(node, 'name')) {
    const alias = part(each, 'alias')
    const path = dottedName(alias ? part(each, 'name')! : each)
    m.imports.add(path)
    if (alias) bring(m, alias, importOf(m, each, path, '*'))
    else {
      const [first] = each.children
      if (!first) continue
      m.paths.add(path)
      bring(m, first, importOf(m, each, first.text, '*'))
    }
  }
}

/** `from a.b import c as d`, `from . import c`, `from a import *`. */
export function lowerImportFrom(m: Lowering, node: Syntax): void {
  const module = part(node, 'module_name')
  if (!module) return
  const specifier = specifierOf(module)
  m.imports.add(specifier)
  for (const each of parts(node, 'name')) {
    const alias = part(each, 'alias')
    const name = dottedName(alias ? part(each, 'name')! : each)
    const made = isItself(m.file, specifier) ? importOf(m, each, inner(specifier, name), '*') : importOf(m, each, specifier, name)
    bring(m, alias ?? each.children[0]!, made)
  }
}

/** A package imports from itself what are modules of its own. */
function isItself(file: string, specifier: string): boolean {
  const path = specifier === '.' ? '' : `${specifier.replaceAll('.', '/')}/`
  return `/${file}`.endsWith(`/${path}__init__.py`)
}

/** `a.b`; `..a` for what is relative to a folder above. */
export function specifierOf(module: Syntax): string {
  if (module.type !== 'relative_import') return dottedName(module)
  const prefix = childOf(module, 'import_prefix')
  const path = childOf(module, 'dotted_name')
  return `${prefix?.text.replace(/\s/g, '') ?? '.'}${path ? dottedName(path) : ''}`
}

function dottedName(name: Syntax): string {
  return name.children.length > 0 ? name.children.map(({ text }) => text).join('.') : name.text
}

function importOf(m: Lowering, syntax: Syntax, specifier: string, name: string): NodeId {
  return add(m, syntax, { type: 'import', specifier, name, from: m.file })
}

function bring(m: Lowering, name: Syntax, value: NodeId): void {
  const binding = lookUp(m.scope, name.text)
  if (!binding) return
  if (binding.kind !== 'import' || binding.owner !== m.fn.syntax) {
    if (binding.owner === m.fn.syntax) initialise(m, name, binding, value)
    else storeName(m, name, value)
    return
  }
  m.fn.env.set(binding, value)
  binding.node = value
}
