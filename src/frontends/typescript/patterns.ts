import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { declaredValue } from '../flow/declared.js'
import { deepest, literal, member, operator, unknown } from '../flow/flow.js'
import { initialise } from '../flow/variables.js'
import { storeTo } from './assignments.js'
import { sayingBefore } from './declared.js'
import { lowerNamed } from './expressions.js'
import type { Lowering } from './lowering.js'
import { lowerKey } from './objects.js'
import { tsc } from './parse.js'
import { bare, literalKey, staticKey } from './syntax.js'

/** Gives the variables of a declaration their values out of the source. */
export function bindPattern(m: Lowering, name: ts.BindingName, source: NodeId): void {
  if (tsc.isIdentifier(name)) {
    const binding = lookUp(m.scope, name.text)
    if (binding) initialise(m, name, binding, source)
    return
  }
  if (!enter(m)) return
  for (const [index, element] of name.elements.entries()) {
    if (!tsc.isBindingElement(element)) continue
    const key = tsc.isArrayBindingPattern(name) ? index : (element.propertyName ?? (element.name as ts.Identifier))
    const taken = tsc.isObjectBindingPattern(name) ? name.elements.slice(0, index).map((each) => each.propertyName ?? each.name) : []
    const value = element.dotDotDotToken ? rest(m, element, source, key, taken) : part(m, element, source, key)
    const given = withDefault(m, element, value, element.initializer)
    const says = tsc.isIdentifier(element.name) ? sayingBefore(m, element) : undefined
    const { text } = element.name as ts.Identifier
    bindPattern(m, element.name, says === undefined ? given : declaredValue(m, element, text, given, says))
  }
  m.depth--
}

/** Gives what stands in an assignment's pattern its values out of the source. */
export function assignPattern(m: Lowering, target: ts.Expression, source: NodeId): void {
  const place = bare(target)
  if (tsc.isBinaryExpression(place)) {
    assignPattern(m, place.left, withDefault(m, place, source, place.right))
  } else if (tsc.isArrayLiteralExpression(place) && enter(m)) {
    for (const [index, each] of place.elements.entries()) {
      if (tsc.isSpreadElement(each)) assignPattern(m, each.expression, rest(m, each, source, index, []))
      else if (!tsc.isOmittedExpression(each)) assignPattern(m, each, part(m, each, source, index))
    }
    m.depth--
  } else if (tsc.isObjectLiteralExpression(place) && enter(m)) {
    const taken = place.properties.flatMap((each) => each.name ?? [])
    for (const each of place.properties) assignProperty(m, each, source, taken)
    m.depth--
  } else storeTo(m, place, source)
}

function assignProperty(m: Lowering, property: ts.ObjectLiteralElementLike, source: NodeId, taken: readonly ts.PropertyName[]): void {
  if (tsc.isSpreadAssignment(property)) assignPattern(m, property.expression, rest(m, property, source, null, taken))
  else if (tsc.isPropertyAssignment(property)) assignPattern(m, property.initializer, part(m, property, source, property.name))
  else if (tsc.isShorthandPropertyAssignment(property)) {
    const value = part(m, property, source, property.name)
    assignPattern(m, property.name, withDefault(m, property, value, property.objectAssignmentInitializer))
  }
}

type Key = number | ts.PropertyName

function part(m: Lowering, syntax: ts.Node, source: NodeId, key: Key): NodeId {
  return member(m, syntax, source, typeof key === 'number' ? String(key) : lowerKey(m, key))
}

/** What is left of a list from an index on, or of an object without the keys that the pattern takes before. */
function rest(m: Lowering, syntax: ts.Node, source: NodeId, key: Key | null, taken: readonly (ts.PropertyName | ts.BindingName)[]): NodeId {
  if (typeof key === 'number') return operator(m, syntax, 'rest', [source, literal(m, syntax, key)])
  const keys: NodeId[] = []
  for (const each of taken) {
    const computed = tsc.isComputedPropertyName(each) && literalKey(each.expression) === undefined
    const key = computed ? unknown(m, each, 'the key is computed') : staticKey(each)
    if (key !== undefined) keys.push(typeof key === 'string' ? literal(m, each, key) : key)
  }
  return operator(m, syntax, 'omit', [operator(m, syntax, 'rest', [source]), ...keys])
}

function withDefault(m: Lowering, syntax: ts.Node, value: NodeId, fallback: ts.Expression | undefined): NodeId {
  return fallback ? operator(m, syntax, '??', [value, lowerNamed(m, fallback, null)]) : value
}

function enter(m: Lowering): boolean {
  if (m.depth > deepest) return false
  m.depth++
  return true
}
