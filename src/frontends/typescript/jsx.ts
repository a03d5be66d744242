import type { ts } from 'ts-morph'
import type { Entry, NodeId } from '../../graph/graph.js'
import { add, literal, spanOf } from '../flow/flow.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { isMember } from './syntax.js'

/** `<C a={x}>…</C>` calls `C` with `{ a: x, children }`; undefined for an element of the document, which calls nothing. */
export function lowerJsx(
  m: Lowering,
  syntax: ts.JsxElement | ts.JsxSelfClosingElement,
  opening: ts.JsxOpeningLikeElement,
): NodeId | undefined {
  const { tagName } = opening
  if (!isMember(tagName) && !(tsc.isIdentifier(tagName) && /^[A-Z]/.test(tagName.text))) return undefined
  const callee = lower(m, tagName)
  const entries = opening.attributes.properties.flatMap((each) => lowerAttribute(m, each))
  if (tsc.isJsxElement(syntax)) entries.push(childrenOf(m, syntax))
  const props = add(m, opening.attributes, { type: 'record', entries })
  const id = add(m, syntax, { type: 'call', callee, args: [{ node: props, span: spanOf(m, opening) }], construct: false })
  m.calls.push(id)
  return id
}

function lowerAttribute(m: Lowering, attribute: ts.JsxAttributeLike): Entry[] {
  const span = spanOf(m, attribute)
  if (tsc.isJsxSpreadAttribute(attribute)) return [{ key: null, node: lower(m, attribute.expression), span }]
  const { name, initializer } = attribute
  const value = initializer && tsc.isJsxExpression(initializer) ? initializer.expression : initializer
  if (!tsc.isIdentifier(name)) return []
  return [{ key: name.text, node: value ? lower(m, value) : literal(m, attribute, true), span }]
}

/** One child stands for itself, several are a list. */
function childrenOf(m: Lowering, element: ts.JsxElement): Entry {
  const span = spanOf(m, element)
  const nodes = element.children.flatMap((child) => {
    if (tsc.isJsxText(child)) return []
    if (!tsc.isJsxExpression(child)) return [lower(m, child)]
    return child.expression ? [lower(m, child.expression)] : []
  })
  const [only] = nodes
  if (nodes.length === 1) return { key: 'children', node: only!, span }
  return { key: 'children', node: add(m, element, { type: 'list', items: nodes.map((node) => ({ node, span })) }), span }
}
