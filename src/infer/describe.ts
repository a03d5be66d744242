import type { Facts } from '../claims.js'
import type { Engine } from './engine.js'
import { nameOf } from './library-name.js'
import type { Choice, LibraryObject, Tensor, Value } from './value.js'

/** Alternatives that are told one by one. */
const most = 3

/** What is known of a value, in a few words: `distribution (proved), 10 classes`; with `reasons` also why it is not known. */
export function describe(engine: Engine, value: Value, reasons: boolean): string {
  if (value.is !== 'union') return describeOne(engine, value, reasons)
  const all = [...new Set(value.options.map((option) => describeOne(engine, option.value, reasons)))]
  const shown = all.slice(0, most).join('; ')
  return `one of ${value.options.length} values: ${shown}${all.length > most ? '; …' : ''}`
}

function describeOne(engine: Engine, value: Choice['value'], reasons: boolean): string {
  switch (value.is) {
    case 'unknown':
      return because('not known', reasons ? value.reason : undefined)
    case 'nothing':
      return 'nothing: it comes back to itself'
    case 'literal':
      return typeof value.value === 'number' ? String(value.value) : (JSON.stringify(value.value) ?? 'undefined')
    case 'tensor':
      return tensor(value, reasons)
    case 'object':
      return libraryObject(value, reasons)
    case 'list':
      return `list of ${value.items.length}${value.open ? ' or more' : ''}`
    case 'record':
      return `object with ${keys(value.fields)}${value.open ? ' and more' : ''}`
    case 'function':
      return `function${named(engine, value.node)}`
    case 'class':
      return `class${named(engine, value.node)}`
    case 'instance':
      return `instance of class${named(engine, value.class)}`
    case 'library':
      return nameOf(value)
    case 'method':
      return `method \`${value.contract.name}\``
    case 'builtin':
      return `\`${value.name}\``
  }
}

function tensor({ claims, facts, literal, unknown }: Tensor, reasons: boolean): string {
  const kinds = claims.map(({ kind, strength }) => `${kind} (${strength})`)
  const what = kinds.length > 0 ? kinds.join(' and ') : literal ? 'numbers that the source spells out' : 'tensor of no known kind'
  return because([what, ...factsOf(facts)].join(', '), reasons ? unknown : undefined)
}

function because(what: string, reason: string | undefined): string {
  return reason === undefined ? what : `${what}: ${reason}`
}

function factsOf({ classes, bounded, shape }: Facts): string[] {
  return [
    ...(classes === undefined ? [] : [`${classes} ${classes === 1 ? 'class' : 'classes'}`]),
    ...(shape ? [`shape [${shape.map((size) => size ?? '?').join(', ')}]`] : []),
    ...(bounded ? [`confined by \`${bounded.by}\``] : []),
  ]
}

function libraryObject({ layers, origin, made, unknown }: LibraryObject, reasons: boolean): string {
  if (layers) return `model of ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`
  if (unknown) return because(`\`${origin}\`, not known`, reasons ? unknown.reason : undefined)
  return made?.outputs ? `model from \`${origin}\`` : `\`${origin}\``
}

function keys(fields: ReadonlyMap<string, unknown>): string {
  const names = [...fields.keys()]
  return names.length === 0 ? 'no properties' : `${names.slice(0, most).join(', ')}${names.length > most ? ', …' : ''}`
}

function named(engine: Engine, id: Extract<Value, { is: 'function' }>['node']): string {
  const node = engine.graph.node(id)
  const name =
    node.type === 'function' ? (node.definition.qualified ?? node.definition.name) : node.type === 'class' ? node.definition.name : null
  return name ? ` \`${name}\`` : ''
}
