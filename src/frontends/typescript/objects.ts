import type { ts } from 'ts-morph'
import type { Element, Entry, NodeId } from '../../graph/graph.js'
import { add, literal, nodeOf, spanOf, unknown } from '../flow/flow.js'
import { handOn, sayingBefore } from './declared.js'
import { identifierValue, lower, lowerNamed } from './expressions.js'
import { lowerFunction } from './functions.js'
import { handDown } from './jsdoc.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { bare, staticKey } from './syntax.js'

export function lowerArray(m: Lowering, array: ts.ArrayLiteralExpression): NodeId {
  const items: Element[] = []
  for (const each of array.elements) {
    if (tsc.isSpreadElement(each)) items.push({ node: lower(m, each.expression), span: spanOf(m, each), spread: true })
    else {
      const node = tsc.isOmittedExpression(each) ? literal(m, each, undefined) : lower(m, each)
      // Literal tensors are large, and a literal stands where its node says.
      const isHere = tsc.isLiteralExpression(each) || tsc.isArrayLiteralExpression(each)
      items.push({ node, span: isHere ? nodeOf(m, node).span : spanOf(m, each) })
    }
  }
  return add(m, array, { type: 'list', items })
}

export function lowerObject(m: Lowering, object: ts.ObjectLiteralExpression, name: string | null): NodeId {
  // Its methods refer to it, so it has to exist before them.
  const id = unknown(m, object, 'object being made')
  const entries: Entry[] = []
  for (const each of object.properties) {
    const entry = lowerEntry(m, each, id, name)
    if (entry) entries.push(entry)
  }
  m.builder.set(id, { type: 'record', entries, span: spanOf(m, object), owner: m.fn.owner })
  return id
}

function lowerEntry(m: Lowering, property: ts.ObjectLiteralElementLike, record: NodeId, owner: string | null): Entry | undefined {
  if (tsc.isSpreadAssignment(property)) return { key: null, node: lower(m, property.expression), span: spanOf(m, property) }
  if (tsc.isShorthandPropertyAssignment(property)) {
    return { key: property.name.text, node: identifierValue(m, property.name), span: spanOf(m, property) }
  }
  const key = lowerKey(m, property.name)
  if (tsc.isPropertyAssignment(property)) {
    handDown(property, property.initializer)
    handOn(m, sayingBefore(m, property), property.initializer)
  }
  const name = typeof key === 'string' ? key : null
  const method = { name, prefix: owner, method: record, hoisted: true, inline: false }
  if (tsc.isPropertyAssignment(property)) {
    const span = spanOf(m, property.initializer)
    const value = bare(property.initializer)
    if (tsc.isFunctionExpression(value)) return { key, node: lowerFunction(m, value, { ...method, hoisted: false }), span }
    return { key, node: lowerNamed(m, property.initializer, name, owner), span }
  }
  if (!property.body) return undefined
  const node = lowerFunction(m, property, method)
  const span = spanOf(m, property)
  if (tsc.isMethodDeclaration(property)) return { key, node, span }
  return name === null ? undefined : { key: `${tsc.isGetAccessor(property) ? 'get' : 'set'} ${name}`, node, span }
}

/** Key of a property or member: its text, or the node of a computed one. */
export function lowerKey(m: Lowering, name: ts.PropertyName): string | NodeId {
  const key = staticKey(name)
  if (key !== undefined && !(tsc.isComputedPropertyName(name) && tsc.isIdentifier(name.expression))) return key
  return tsc.isComputedPropertyName(name) ? lower(m, name.expression) : unknown(m, name, 'the key is a number')
}
