import { isLoss } from '../contracts/contract.js'
import { globalFramework } from '../contracts/index.js'
import type { Node, NodeId, NodeOf } from '../graph/graph.js'
import { isKind } from '../kinds.js'
import { underAllNames } from './aliases.js'
import { superMember } from './bases.js'
import { builtinNamed } from './builtins.js'
import { evaluateCall } from './calls.js'
import { evaluateVersions } from './changes.js'
import { callersLeft } from './choices.js'
import { anyInstance } from './classes.js'
import { type Context, root } from './context.js'
import { evaluateDeclared } from './declared.js'
import { type Engine, whatIsCalled } from './engine.js'
import { evaluateImport, importedMember } from './exports.js'
import { evaluateGlobal } from './globals.js'
import { entryByKey } from './keyed.js'
import { ofLibrary } from './library.js'
import { anyItem } from './lists.js'
import { filledIn, literalState } from './literal-state.js'
import { iterated } from './map-methods.js'
import { memberOf } from './members.js'
import { evaluateLoop, evaluateMerge } from './merges.js'
import { namedMethod } from './named-method.js'
import { evaluateOperator } from './operators.js'
import { evaluateParameter } from './parameters.js'
import { patchedMember } from './patched-libraries.js'
import { evaluateItems, evaluateRounds, itemOf } from './rounds.js'
import { runByLanguage } from './run-by-language.js'
import { evaluateAffected, evaluateCaptured } from './shared.js'
import { stopped } from './stopped.js'
import { asDeclared, evaluateInstance, evaluateInterface } from './types.js'
import { mapValue, present, union } from './union.js'
import { type Lazy, literal, nothing, type RecordValue, unknown, type Value } from './value.js'

/** What a node holds; where nothing is known, with the innermost place at which that shows. */
export function evaluateNode(engine: Engine, node: Node, id: NodeId, ctx: Context): Value {
  return stopped(step(engine, node, id, ctx), node.span)
}

/** One step of evaluation, by the node's type. */
function step(engine: Engine, node: Node, id: NodeId, ctx: Context): Value {
  switch (node.type) {
    case 'name':
      return evaluateName(engine, node)
    case 'import':
      return evaluateImport(engine, node, ctx)
    case 'literal':
      return { is: 'literal', value: node.value, ...(node.numeric && { numeric: node.numeric }) }
    case 'list':
      return evaluateList(engine, node, ctx)
    case 'record':
      return evaluateRecord(engine, node, ctx)
    case 'call':
      return evaluateCall(engine, node, id, ctx)
    case 'member':
      return evaluateMember(engine, node, ctx)
    case 'assigned':
    case 'changed':
      return underAllNames(engine, id, evaluateVersions(engine, id, ctx), ctx)
    case 'alias':
      return asDeclared(engine, underAllNames(engine, id, engine.evaluate(node.value, ctx), ctx), node.annotation, ctx)
    case 'merge':
      return node.reason === 'loop' ? evaluateLoop(engine, node, id, ctx) : evaluateMerge(engine, node, ctx)
    case 'loop':
      return unknown('it is a loop')
    case 'rounds':
      return evaluateRounds(engine, node, ctx)
    case 'items':
      return evaluateItems(engine, node, ctx)
    case 'affected':
      return evaluateAffected(engine, node, ctx)
    case 'captured':
      return evaluateCaptured(engine, node, ctx)
    case 'function':
      return { is: 'function', node: id, ctx, ...(node.definition.arrow && ctx.self ? { self: ctx.self } : {}) }
    case 'parameter':
      return evaluateParameter(engine, node, ctx)
    case 'class':
      return { is: 'class', node: id, ctx }
    case 'instance':
      return evaluateInstance(engine, node, ctx)
    case 'interface':
      return evaluateInterface(engine, node, id)
    case 'declared':
      return evaluateDeclared(engine, node, ctx)
    case 'this':
      return evaluateThis(engine, node, ctx)
    case 'super':
      return evaluateSuper(engine, node, ctx)
    case 'operator':
      return evaluateOperator(engine, node, ctx)
    case 'item':
      return evaluateItem(engine, node, ctx)
    case 'unknown':
      return unknown(node.reason)
  }
}

function evaluateName(engine: Engine, node: NodeOf<'name'>): Value {
  const [first, ...rest] = node.path
  const framework = first === undefined ? undefined : globalFramework(first)
  if (framework) return ofLibrary(framework.package, rest)
  const shared = first === undefined ? nothing : evaluateGlobal(engine, first, node.span.file)
  return shared.is === 'nothing' ? builtinNamed(engine.graph.words, node.path.join('.')) : shared
}

/** Items that spreading lists into lists may come to. */
const longestSpread = 4096

function evaluateList(engine: Engine, node: NodeOf<'list'>, ctx: Context): Value {
  if (node.every === undefined && !node.items.some((item) => item.spread))
    return { is: 'list', items: node.items.map((item) => ({ node: item.node, ctx })), open: false }
  let made: Value = { is: 'list', items: [], open: false }
  for (const item of node.items) {
    const more: Value = item.spread ? engine.evaluate(item.node, ctx) : { is: 'list', items: [{ node: item.node, ctx }], open: false }
    made = mapValue(made, (list) => mapValue(more, (one) => joinedLists(list, iterated(engine, one))))
  }
  if (node.every === undefined) return made
  const every = { node: node.every, ctx }
  return mapValue(made, (list) => (list.is === 'list' ? { ...list, open: true, every } : list))
}

function joinedLists(list: Value, more: Value): Value {
  if (list.is !== 'list') return list
  const known = more.is === 'list' && list.items.length + more.items.length <= longestSpread ? more : undefined
  return { is: 'list', items: [...list.items, ...(known?.items ?? [])], open: list.open || (known?.open ?? true) }
}

/** An object literal; one into which one of several objects is spread is one of several itself. */
function evaluateRecord(engine: Engine, node: NodeOf<'record'>, ctx: Context): Value {
  let made: Value = { is: 'record', fields: new Map(), open: false, ...(node.dict && { dict: true }) }
  for (const entry of node.entries) {
    if (entry.key === null) {
      const inner = engine.evaluate(entry.node, ctx)
      made = mapValue(made, (record) => mapValue(inner, (one) => merged(record, one)))
      continue
    }
    const key = typeof entry.key === 'string' ? literal(entry.key) : engine.evaluate(entry.key, ctx)
    const name = key.is === 'literal' ? String(key.value) : undefined
    const field = { node: entry.node, ctx }
    made = mapValue(made, (record) =>
      record.is === 'record' ? (name === undefined ? { ...record, open: true } : added(record, name, field)) : record,
    )
  }
  return made
}

function added(record: RecordValue, name: string, field: Lazy): Value {
  return { ...record, fields: new Map(record.fields).set(name, field) }
}

/** Spreads a value into a record; of nothing, `null` and `false` nothing comes. */
function merged(record: Value, spread: Value): Value {
  if (record.is !== 'record') return record
  if (spread.is === 'literal' && !spread.value) return record
  if (spread.is !== 'record' && spread.is !== 'instance')
    return { ...record, fields: spread.is === 'unknown' ? (spread.fields ?? new Map()) : new Map(), open: true }
  const open = record.open || spread.is === 'instance' || spread.open
  return { ...record, fields: new Map([...(spread.is === 'record' && spread.open ? [] : record.fields), ...spread.fields]), open }
}

function evaluateMember(engine: Engine, node: NodeOf<'member'>, ctx: Context): Value {
  const key = typeof node.key === 'string' ? literal(node.key) : engine.evaluate(node.key, ctx)
  const imported = typeof node.key === 'string' ? importedMember(engine, node.object, node.key, ctx) : undefined
  if (imported) return imported
  const target = engine.graph.node(node.object)
  if (target.type === 'super' && typeof node.key === 'string')
    return superMember(engine, target, node.key, evaluateThis(engine, target, ctx), ctx)
  const object = node.optional ? engine.evaluate(node.object, ctx) : present(engine.evaluate(node.object, ctx))
  return mapValue(key, (one) =>
    mapValue(object, (from) => {
      if (node.optional && from.is === 'literal' && (from.value === undefined || from.value === null)) return literal(undefined)
      const name = one.is === 'literal' ? String(one.value) : undefined
      const picked =
        entryOf(engine, node, from, ctx) ?? (name === undefined && one.is !== 'nothing' ? anyMember(engine, node, from, ctx) : undefined)
      const known = picked ?? guessedMethod(engine, node, from, name)
      return known ?? (name === undefined ? undefined : patchedMember(engine, node, from, name)) ?? memberOf(engine, from, name)
    }),
  )
}

/** `o[k]`, where a class of the project says what that gives. */
function entryOf(engine: Engine, { key, entry }: NodeOf<'member'>, object: Value, ctx: Context): Value | undefined {
  if (object.is !== 'instance' || !entry) return undefined
  const index = typeof key === 'string' ? literal(/^\d+$/.test(key) ? Number(key) : key) : { node: key, ctx }
  return runByLanguage(engine, object, 'item of object', [index])
}

/** A member whose key is not known, of an object literal. */
function anyMember(engine: Engine, { key, decides }: NodeOf<'member'>, object: Value, ctx: Context): Value | undefined {
  if (object.is !== 'record' || object.map || typeof key === 'string') return undefined
  return entryByKey(engine, { test: key, decides }, object, (name) => memberOf(engine, object, name), ctx)
}

/** A method of a value that is not known is likely the library's when its name is, and what it gives is of a kind. */
function guessedMethod(engine: Engine, node: NodeOf<'member'>, object: Value, name: string | undefined): Value | undefined {
  if (object.is !== 'unknown' || name === undefined || object.fields?.has(name)) return undefined
  const contract = namedMethod(engine, node.span.file, name)
  return contract && (isKind(contract.gives) || isLoss(contract)) ? { is: 'method', contract, receiver: object, guessed: true } : undefined
}

/** The receiver; where the caller is open, an instance of the method's class of which nothing else is known. */
export function evaluateThis(engine: Engine, node: NodeOf<'this' | 'super'>, ctx: Context): Value {
  const frame = engine.frame(ctx, node.owner)
  if (frame.self) return engine.force(frame.self)
  if (node.class === null) return unknown('`this` is read in a function that belongs to no class')
  const owner = engine.graph.node(node.class)
  const received = receivers(engine, frame === root || frame.function !== node.owner ? node.owner : null)
  if (received) return owner.type === 'record' ? filledIn(engine, received, node.class, engine.frame(ctx, owner.owner)) : received
  if (owner.type === 'record') return literalState(engine, node.class, engine.frame(ctx, owner.owner))
  const method = node.owner === null ? undefined : engine.graph.node(node.owner)
  const name = method?.type === 'function' && method.definition.method === node.class ? (method.definition.name ?? undefined) : undefined
  return anyInstance(engine, { is: 'class', node: node.class, ctx: engine.frame(ctx, owner.owner) }, name)
}

/** The instances on which a method is called, when every call shows how its receiver was constructed. */
function receivers(engine: Engine, method: NodeId | null): Value | undefined {
  const owner = method === null ? undefined : engine.graph.node(method)
  const cls = owner?.type === 'function' && owner.definition.method !== null ? engine.graph.node(owner.definition.method) : undefined
  // A constructor is called on nothing that was there before.
  if (method === null || engine.assumed(whatIsCalled.key).length > 0 || (cls?.type === 'class' && cls.definition.construct === method))
    return undefined
  const callers = callersLeft(engine, method)
  if (!callers || callers.length === 0) return undefined
  const selves = callers.map(({ self, when }) => ({ value: self === undefined ? undefined : engine.force(self), when }))
  const known = selves.filter(({ value }) => (value?.is === 'instance' ? value.made !== null : value?.is === 'record'))
  return known.length === callers.length ? union(known.map(({ value, when }) => ({ value: value!, when, via: 'callers' }))) : undefined
}

function evaluateSuper(engine: Engine, node: NodeOf<'super'>, ctx: Context): Value {
  if (node.named !== undefined) return engine.evaluate(node.named, ctx)
  const owner = node.class === null ? undefined : engine.graph.node(node.class)
  if (owner?.type !== 'class' || owner.definition.extends === null) return unknown('the class that is extended here is not known')
  return engine.evaluate(owner.definition.extends, ctx)
}

/** The item of a round, or any item of a list where the round is not known. */
function evaluateItem(engine: Engine, node: NodeOf<'item'>, ctx: Context): Value {
  const item = itemOf(engine, node, ctx)
  if (item !== undefined) return engine.force(item)
  return mapValue(engine.evaluate(node.of, ctx), (value) => {
    const of = iterated(engine, value)
    if (of.is !== 'list') return of.is === 'unknown' ? of : unknown('it is an item of a collection whose items are not known')
    return anyItem(engine, of)
  })
}
