import type { NodeId } from '../../graph/graph.js'
import { type Binding, lookUp } from '../flow/bindings.js'
import { decisionOn } from '../flow/conditions.js'
import { add, literal, operator, spanOf, unknown } from '../flow/flow.js'
import type { Path, Reference } from '../flow/paths.js'
import { read } from '../flow/variables.js'
import { isBuiltin } from './builtins.js'
import { lowerCall } from './calls.js'
import { lower } from './expressions.js'
import { globalNamed } from './globals.js'
import type { Lowering } from './lowering.js'
import { unreadable } from './recover.js'
import { bare, numberValue, part, parts, type Syntax, stringValue } from './syntax.js'

/** Lowers an expression and keeps what it was read from, so that a change of the value can be written back there. */
export function reference(m: Lowering, expression: Syntax): Reference {
  // Method chains nest to the left, as deep as they are long: walked in a loop, from the innermost out.
  const links: Syntax[] = []
  let step = expression
  for (let inner = innerOf(step); inner; inner = innerOf(step)) {
    links.push(step)
    step = inner
  }
  let found = step.type === 'identifier' ? identifier(m, step) : { node: lower(m, step), path: null }
  for (const each of links.reverse()) found = link(m, each, found)
  return found
}

/** What a link of a chain stands on. */
function innerOf(node: Syntax): Syntax | undefined {
  switch (node.type) {
    case 'attribute':
      return part(node, 'object')
    case 'subscript':
      return part(node, 'value')
    case 'call':
      return part(node, 'function')
    case 'await':
    case 'parenthesized_expression':
      return node.children.length === 1 ? node.children[0] : undefined
    default:
      return undefined
  }
}

function identifier(m: Lowering, name: Syntax): Reference {
  if (name.text === unreadable) return { node: unknown(m, name, 'it does not parse'), path: null }
  const binding = visible(m, name.text)
  if (binding) return { node: read(m, name, binding), path: { binding, up: null, key: '' } }
  // What nothing here declares comes from a module whose names are all brought in, or is the language's own.
  if (m.stars.length > 0 && !isBuiltin(name.text))
    return { node: add(m, name, { type: 'import', specifier: '', name: name.text, from: m.file }), path: null }
  return { node: add(m, name, { type: 'name', module: 'global:', path: [name.text] }), path: null }
}

/** In a class's body, what has no value there yet is what it is around the class. */
function visible(m: Lowering, name: string): Binding | undefined {
  const { parent, names, owner } = m.scope
  const own = names.get(name)
  const isBlank = own && m.making && parent?.owner === owner && m.fn.env.get(own) === undefined
  return isBlank ? lookUp(parent, name) : lookUp(m.scope, name)
}

function link(m: Lowering, node: Syntax, from: Reference): Reference {
  if (node.type === 'call') return lowerCall(m, node, from)
  if (node.type === 'attribute') return importedByPath(m, node) ?? memberOf(m, node, from, part(node, 'attribute')!.text)
  if (node.type !== 'subscript') return from
  const global = globalNamed(node)
  const binding = global === undefined ? undefined : lookUp(m.scopes.byNode.get(m.root)!, global)
  return binding ? { node: read(m, node, binding), path: { binding, up: null, key: '' } } : item(m, node, from)
}

export function memberOf(m: Lowering, syntax: Syntax, { node, path, chain }: Reference, key: string | NodeId, entry?: true): Reference {
  const decides = typeof key === 'string' ? undefined : decisionOn(m, key)
  const written = spanOf(m, innerOf(syntax) ?? syntax)
  const id = add(m, syntax, {
    type: 'member',
    object: node,
    key,
    written,
    ...(decides !== undefined && { decides }),
    ...(entry && { entry }),
  })
  const inner: Path | null = path && { binding: path.binding, up: path, key }
  return { node: id, path: inner, ...(chain !== undefined && { chain }) }
}

/** `a.b.c`, where `import a.b.c` has brought it: the module of that path. */
function importedByPath(m: Lowering, node: Syntax): Reference | undefined {
  const path = m.paths.size > 0 ? dotted(node) : undefined
  if (path === undefined || !m.paths.has(path) || lookUp(m.scope, path.split('.')[0]!)?.kind !== 'import') return undefined
  return { node: add(m, node, { type: 'import', specifier: path, name: '*', from: m.file }), path: null }
}

function dotted(node: Syntax): string | undefined {
  if (node.type === 'identifier') return node.text
  const object = node.type === 'attribute' ? part(node, 'object') : undefined
  const before = object && dotted(object)
  return before === undefined ? undefined : `${before}.${part(node, 'attribute')!.text}`
}

/** `o[k]`: a member, where the key is one; else what an index gives. */
function item(m: Lowering, node: Syntax, from: Reference): Reference {
  const indices = parts(node, 'subscript')
  const [only] = indices
  if (indices.length === 1 && only && isKey(only)) {
    const written = stringValue(only) ?? numberValue(only)
    return memberOf(m, node, from, written === undefined ? lower(m, only) : String(written), true)
  }
  const flat = indices.length === 1 && only?.type === 'tuple' ? only.children : indices
  const operands = flat.map((each) => bound(m, each))
  const held = operator(m, node, 'index', [from.node, ...operands])
  const key = indices.length === 1 && only ? fromEnd(only) : undefined
  return { node: held, path: key !== undefined && from.path ? { binding: from.path.binding, up: from.path, key, held } : null }
}

/** The key `-1` of `o[-1]`. */
function fromEnd(index: Syntax): string | undefined {
  const sign = bare(index)
  const count = sign.type === 'unary_operator' && part(sign, 'operator')?.text === '-' ? numberValue(part(sign, 'argument')!) : undefined
  return count !== undefined && count > 0 ? `-${count}` : undefined
}

/** Where a value is put that is assigned to `o[k]`. */
export function itemPath(m: Lowering, node: Syntax): Path | null {
  const { path } = reference(m, part(node, 'value')!)
  const [only, ...others] = parts(node, 'subscript')
  if (!only) return null
  const key = others.length > 0 ? severalIndices(m, node, [only, ...others]) : keyOf(m, only)
  return path && { binding: path.binding, up: path, key }
}

function keyOf(m: Lowering, index: Syntax): string | NodeId {
  const written = stringValue(index) ?? numberValue(index)
  return written === undefined ? bound(m, index) : String(written)
}

function severalIndices(m: Lowering, node: Syntax, indices: readonly Syntax[]): NodeId {
  for (const each of indices) bound(m, each)
  return unknown(m, node, 'it is several indices at once')
}

function bound(m: Lowering, index: Syntax): NodeId {
  return index.type === 'slice' ? slice(m, index) : lower(m, index)
}

/** Slices, several indices and counts from the end are no keys. */
function isKey(index: Syntax): boolean {
  const { type } = bare(index)
  return type !== 'slice' && type !== 'tuple' && type !== 'unary_operator' && type !== 'ellipsis' && type !== 'list' && type !== 'none'
}

/** From, to and step; a bound that is left out is nothing. */
function slice(m: Lowering, node: Syntax): NodeId {
  const bounds: (NodeId | undefined)[] = [undefined]
  for (const each of node.children) {
    if (each.type === ':') bounds.push(undefined)
    else bounds[bounds.length - 1] = lower(m, each)
  }
  return operator(
    m,
    node,
    'slice',
    bounds.map((each) => each ?? literal(m, node, null)),
  )
}
