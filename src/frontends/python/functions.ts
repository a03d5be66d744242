import type { NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { add, deepest, unknown, within } from '../flow/flow.js'
import { defer, enterFunction, type FunctionPlace, finishFunction, openReceiver, openYielded } from '../flow/functions.js'
import { define } from '../flow/variables.js'
import { valueOfType } from './annotations.js'
import { storeName, storeTo } from './assignments.js'
import { lowerMethod } from './classes.js'
import { sayingOfParameter, sayingOfResult } from './declared.js'
import { lower, lowerNamed } from './expressions.js'
import type { Lowering } from './lowering.js'
import { isOfLanguage } from './methods.js'
import { type Parameter, parametersOf } from './parameters.js'
import { lowerBlock } from './statements.js'
import { childOf, decoratorsOf, definitionIn, isFunction, isSequence, part, type Syntax } from './syntax.js'

/** `def`: the name means the function from here on; its body is lowered when all constants around it have their values. */
export function declareFunction(m: Lowering, node: Syntax): void {
  if (m.making) {
    lowerMethod(m, m.making, node)
    return
  }
  const syntax = definitionIn(node)
  const name = part(syntax, 'name')!
  const id = unknown(m, syntax, 'function being made')
  const decorators = lowerDecorators(m, node)
  const place = { name: name.text, prefix: m.fn.qualified, method: null, hoisted: true, inline: false, decorators }
  nameIt(m, name, id)
  makeLater(m, syntax, id, place)
}

/** From here on a name means a function or a class. */
export function nameIt(m: Lowering, name: Syntax, id: NodeId): void {
  const binding = lookUp(m.scope, name.text)
  if (binding && binding.owner === m.fn.syntax) define(m, binding, id)
  else storeName(m, name, id)
}

/** The decorators of a function or a class, in the order in which they are called, but for those that the language has for methods. */
export function lowerDecorators(m: Lowering, node: Syntax): NodeId[] {
  m.decorated.set(definitionIn(node), node)
  const lowered = decoratorsOf(node).map((decorator) => ({ decorator, value: lower(m, decorator.children[0]!) }))
  return lowered
    .filter(({ decorator }) => !isOfLanguage(decorator))
    .map(({ value }) => value)
    .reverse()
}

/** Where a function is defined, with its decorators. */
interface DefinedPlace extends FunctionPlace {
  decorators?: readonly NodeId[]
}

/** Lowers a function into its node when all constants around it have their values. What is left out by callers is made now. */
export function makeLater(m: Lowering, syntax: Syntax, id: NodeId, place: DefinedPlace): void {
  const fallbacks = fallbacksOf(m, parametersOf(syntax))
  defer(m, () => fillFunction(m, syntax, id, place, fallbacks))
}

type Fallbacks = ReadonlyMap<Parameter['name'], NodeId>

function fallbacksOf(m: Lowering, parameters: readonly Parameter[]): Fallbacks {
  return new Map(parameters.flatMap(({ name, fallback }) => (fallback ? [[name, lowerNamed(m, fallback, null)] as const] : [])))
}

export function lowerLambda(m: Lowering, syntax: Syntax, name: string | null): NodeId {
  const id = unknown(m, syntax, 'function being made')
  const inline = name === null && m.scopes.inline.has(syntax)
  const place = { name, prefix: m.fn.qualified, method: null, hoisted: false, inline }
  if (m.depth <= deepest) fillFunction(m, syntax, id, place, fallbacksOf(m, parametersOf(syntax)))
  return id
}

function fillFunction(m: Lowering, syntax: Syntax, id: NodeId, place: DefinedPlace, fallbacks: Fallbacks): void {
  const { fn: outer, making } = m
  const fn = enterFunction(m, syntax, id, place, place.method ?? outer.class)
  m.fn = fn
  m.making = null
  const generator = isGenerator(syntax)
  const { params, typed } = within(m, syntax, () => {
    if (place.inline && fn.self === outer.self) openReceiver(m, fn, outer)
    if (generator) openYielded(m, fn)
    const nodes = lowerParameters(m, syntax, fn.self !== outer.self && place.method !== null && !isReceiverless(m, syntax), fallbacks)
    const body = part(syntax, 'body')
    if (body?.type === 'block') lowerBlock(m, body)
    else if (body) fn.returns.push({ node: lower(m, body), when: [] })
    const type = part(syntax, 'return_type')
    return { params: nodes, typed: type && valueOfType(m, type) }
  })
  const says = sayingOfResult(m, syntax, typed)
  if (says !== undefined) m.declarations.push({ says, of: id })
  const returns = says ?? typed
  finishFunction(m, {
    name: place.name,
    qualified: place.name === null ? null : fn.qualified,
    params,
    method: place.method,
    // A function without a receiver of its own reads that of the function around it.
    arrow: place.method === null,
    generator,
    async: childOf(syntax, 'async') !== undefined,
    inline: place.inline,
    ...(returns !== undefined && { returns }),
    ...(place.decorators && place.decorators.length > 0 && { decorators: place.decorators }),
  })
  m.fn = outer
  m.making = making
}

/** Whether no parameter is the receiver: a static method. */
function isReceiverless(m: Lowering, syntax: Syntax): boolean {
  const [first] = parametersOf(syntax)
  return first?.kind !== 'plain' || m.scope.names.get(first.name.text)?.kind !== 'this'
}

function isGenerator(syntax: Syntax): boolean {
  const open = [part(syntax, 'body')]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'yield') return true
    if (!isFunction(next) && next.type !== 'class_definition') for (const child of next.children) open.push(child)
  }
  return false
}

function lowerParameters(m: Lowering, syntax: Syntax, hasReceiver: boolean, fallbacks: Fallbacks): NodeId[] {
  const parameters = parametersOf(syntax).slice(hasReceiver ? 1 : 0)
  return parameters.map((each, index) => {
    const { name, kind, keywordOnly, annotation } = each
    const typed = annotation && valueOfType(m, annotation)
    const says = sayingOfParameter(m, syntax, each.syntax, typed)
    const type = says ?? typed
    const fallback = fallbacks.get(name)
    const id = add(m, each.syntax, {
      type: 'parameter',
      function: m.fn.id!,
      index: keywordOnly || kind === 'keywords' ? -1 : index,
      rest: kind !== 'plain',
      name: name.text,
      ...(kind === 'keywords' && { keywords: true as const }),
      ...(fallback !== undefined && { fallback }),
      ...(type !== undefined && { annotation: type }),
    })
    if (says !== undefined) m.declarations.push({ says, of: id })
    const binding = m.scope.names.get(name.text)
    if (binding) define(m, binding, id)
    else if (isSequence(name)) storeTo(m, name, id)
    return id
  })
}
