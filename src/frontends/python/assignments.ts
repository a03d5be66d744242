import type { NodeId } from '../../graph/graph.js'
import { type Binding, lookUp } from '../flow/bindings.js'
import { declaredValue } from '../flow/declared.js'
import { type Flow, literal, member, operator, unknown } from '../flow/flow.js'
import { store } from '../flow/paths.js'
import { initialise } from '../flow/variables.js'
import { valueOfType } from './annotations.js'
import { sayingOf } from './declared.js'
import { lower, lowerNamed } from './expressions.js'
import { globalNamed } from './globals.js'
import type { Lowering } from './lowering.js'
import { arithmetic } from './operators.js'
import { itemPath, reference } from './references.js'
import { bare, childOf, isSequence, part, type Syntax } from './syntax.js'

/** `a = b = value`, `a, *b = value`, `x: T = value`; hands the value on. */
export function lowerAssignment(m: Lowering, node: Syntax): NodeId {
  const left = part(node, 'left')!
  const right = part(node, 'right')
  const type = part(node, 'type')
  const binding = left.type === 'identifier' ? lookUp(m.scope, left.text) : undefined
  const typed = type && valueOfType(m, type)
  const says = sayingOf(m, node, typed)
  const annotation = right ? typed : (says ?? typed)
  if (annotation !== undefined) {
    if (binding) binding.annotation = annotation
    else noteFieldType(m, left, annotation)
  }
  if (!right) {
    if (says !== undefined) m.declarations.push({ says, of: null })
    return literal(m, node, undefined)
  }
  const made = right.type === 'assignment' ? lowerAssignment(m, right) : lowerNamed(m, right, nameOf(left))
  const value = childOf(node, 'ERROR') ? unknown(m, node, 'it does not parse') : said(m, left, made, says)
  storeTo(m, left, value)
  return value
}

function said(m: Lowering, left: Syntax, value: NodeId, says: NodeId | undefined): NodeId {
  return says === undefined ? value : declaredValue(m, left, nameOf(left) ?? '', value, says)
}

/** `self.x: T`. */
function noteFieldType(m: Lowering, left: Syntax, type: NodeId): void {
  const object = left.type === 'attribute' ? part(left, 'object') : undefined
  const isOwn = object?.type === 'identifier' && lookUp(m.scope, object.text) === m.fn.self
  if (isOwn && m.fn.class !== null) m.types.get(m.fn.class)?.set(part(left, 'attribute')!.text, type)
}

function nameOf(target: Syntax): string | null {
  if (target.type === 'identifier') return target.text
  return target.type === 'attribute' ? part(target, 'attribute')!.text : null
}

/** `x += v`. */
export function lowerAugmented(m: Lowering, node: Syntax): NodeId {
  const left = part(node, 'left')!
  const { node: old, path } = reference(m, left)
  const right = lower(m, part(node, 'right')!)
  const value = arithmetic(m, node, part(node, 'operator')!.text.slice(0, -1), [old, right])
  if (path) store(m, left, path, value)
  return value
}

/** Gives what stands on the left of an assignment, in a loop's head or after `as` its value. */
export function storeTo(m: Lowering, target: Syntax, value: NodeId): void {
  const place = bare(target)
  if (place.type === 'as_pattern_target') storeTo(m, place.children[0]!, value)
  else if (isSequence(place)) takeApart(m, place, value)
  else if (place.type === 'identifier') storeName(m, place, value)
  else if (globalNamed(place) !== undefined) storeIn(m, place, lookUp(m.scopes.byNode.get(m.root)!, globalNamed(place)!), value)
  else if (place.type === 'attribute' || place.type === 'subscript') {
    const path = place.type === 'subscript' ? itemPath(m, place) : reference(m, place).path
    if (path) store(m, place, path, value)
  }
}

export function storeName(m: Flow, name: Syntax, value: NodeId): void {
  storeIn(m, name, lookUp(m.scope, name.text), value)
}

export function storeIn(m: Flow, name: Syntax, binding: Binding | undefined, value: NodeId): void {
  if (!binding) return
  if (binding.owner === m.fn.syntax && binding.kind !== 'this') initialise(m, name, binding, value)
  else store(m, name, { binding, up: null, key: '' }, value)
}

/** Items of a sequence, of which one may take all that the others leave. */
function takeApart(m: Lowering, target: Syntax, value: NodeId): void {
  const items = target.children
  const splat = items.findIndex(({ type }) => type === 'list_splat_pattern' || type === 'list_splat')
  for (const [index, each] of items.entries()) {
    if (index === splat) {
      const rest = operator(m, each, 'rest', [value, literal(m, each, index), literal(m, each, items.length - 1 - index)])
      storeTo(m, each.children[0]!, rest)
    } else if (splat >= 0 && index > splat) {
      storeTo(m, each, operator(m, each, 'index', [value, literal(m, each, index - items.length)]))
    } else storeTo(m, each, member(m, each, value, String(index)))
  }
}
