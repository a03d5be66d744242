import type { Framework } from '../contracts/framework.js'
import { frameworkOf } from '../contracts/index.js'
import type { Link, Module, NodeId, NodeOf } from '../graph/graph.js'
import { sinceExported } from './aliases.js'
import { type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { ofLibrary } from './library.js'
import { memberOf } from './members.js'
import { before } from './steps.js'
import { mapValue, union } from './union.js'
import { type Lazy, literal, unknown, type Value } from './value.js'

/** What an import brings. */
export function evaluateImport(engine: Engine, node: NodeOf<'import'>, ctx: Context): Value {
  const { specifier, name, from } = node
  if (typeof specifier === 'string') return exported(engine, specifier, name, from)
  return mapValue(engine.evaluate(specifier, ctx), (one) =>
    one.is === 'literal' && typeof one.value === 'string'
      ? exported(engine, one.value, name, from)
      : unknown('the name of what is imported is known only when the program runs'),
  )
}

/** A member of a whole module that an import brings: what the module exports under its name, however it does so. */
export function importedMember(engine: Engine, object: NodeId, key: string, ctx: Context): Value | undefined {
  const node = engine.graph.node(before(engine.graph, object, 'alias'))
  const told = ownLibrary(engine, object, [key])
  if (told) return told
  if (node.type !== 'import' || node.name !== '*') return undefined
  const specifier = typeof node.specifier === 'string' ? literal(node.specifier) : engine.evaluate(node.specifier, ctx)
  const named = specifier.is === 'literal' && typeof specifier.value === 'string' ? specifier.value : undefined
  const module = named === undefined ? undefined : moduleOf(engine, named, node.from)
  return module && (exportOf(engine, module, key, new Set()) ?? memberOf(engine, wholeModule(engine, module), key))
}

/** What contracts tell of a member of a library that the project itself is: it is read as its users read it. */
function ownLibrary(engine: Engine, object: NodeId, path: readonly string[]): Value | undefined {
  const node = engine.graph.node(before(engine.graph, object, 'alias'))
  if (node.type === 'member') return typeof node.key === 'string' ? ownLibrary(engine, node.object, [node.key, ...path]) : undefined
  if (node.type !== 'import' || typeof node.specifier !== 'string' || node.specifier === '') return undefined
  return toldByUsers(engine, engine.graph.link(node.specifier, node.from), node.name === '*' ? path : [node.name, ...path])
}

/** What contracts tell of something in a file of the project that belongs to a library. */
function toldByUsers(engine: Engine, link: Link, path: readonly string[]): Value | undefined {
  const framework = link.to === 'file' && link.as ? frameworkOf(link.as.name) : undefined
  if (!framework || link.to !== 'file' || !link.as) return undefined
  const value = ofLibrary(framework.package, [...link.as.path, ...path])
  return value.is === 'library' && engine.catalog.lookup(value.package, value.path) ? value : undefined
}

/** The framework that a specifier leads to: by its name, by an address, or by what the page's import map makes of it. */
export function libraryOf(engine: Engine, specifier: string, from: string): Framework | undefined {
  if (specifier === '') return undefined
  const link = engine.graph.link(specifier, from)
  const isPath = link.to === 'package' && link.path !== undefined
  return (isPath ? undefined : frameworkOf(specifier)) ?? (link.to === 'package' ? frameworkOf(link.name) : undefined)
}

/** What an import of `name` (`*` the whole module, `default`, or an export) from a module brings. */
function exported(engine: Engine, specifier: string, name: string, from: string): Value {
  const whole = name === '*'
  const path = whole || name === 'default' ? [] : [name]
  const library = inLibrary(engine, specifier, from, path)
  const link = specifier === '' ? ({ to: 'file', file: from } as const) : engine.graph.link(specifier, from)
  if (link.to !== 'file') {
    const inner = library?.known || whole ? undefined : engine.graph.inner(specifier, name, from)
    if (inner?.to === 'file') return moduleIn(engine, inner.file)
    return library?.value ?? unknown(link.to === 'nothing' ? link.reason : `${specifier} not found`)
  }
  const told = library?.value ?? (whole ? undefined : toldByUsers(engine, link, path))
  if (told) return told
  const module = engine.graph.module(link.file)
  if (!module) return unknown(`the file ${link.file} cannot be read`)
  if (whole) return wholeModule(engine, module)
  // What a package imports from itself is a module in it.
  const own = link.file === from ? engine.graph.inner(specifier, name, from) : undefined
  if (own?.to === 'file') return moduleIn(engine, own.file)
  const value = exportOf(engine, module, name, new Set())
  if (value) return sinceExported(engine, value, name, { by: module, to: from })
  const inner = specifier === '' ? undefined : engine.graph.inner(specifier, name, from)
  return inner?.to === 'file' ? moduleIn(engine, inner.file) : unknown(`${link.file} exports no \`${name}\``)
}

function moduleIn(engine: Engine, file: string): Value {
  const module = engine.graph.module(file)
  return module ? wholeModule(engine, module) : unknown(`the file ${file} cannot be read`)
}

/** Something of a package, and whether contracts know that; undefined where the specifier leads to no package. */
function inLibrary(engine: Engine, specifier: string, from: string, path: readonly string[]): { value: Value; known: boolean } | undefined {
  const framework = libraryOf(engine, specifier, from)
  const link = specifier === '' ? undefined : engine.graph.link(specifier, from)
  const within = link?.to === 'package' ? (link.path ?? []) : []
  if (framework) return { value: ofLibrary(framework.package, [...within, ...path]), known: true }
  return link?.to === 'package' ? { value: { is: 'library', package: link.name, path: [...within, ...path] }, known: false } : undefined
}

function moduleOf(engine: Engine, specifier: string, from: string): Module | undefined {
  if (specifier === '') return engine.graph.module(from)
  if (libraryOf(engine, specifier, from)) return undefined
  const link = engine.graph.link(specifier, from)
  return link.to === 'file' ? engine.graph.module(link.file) : undefined
}

function exportOf(engine: Engine, module: Module, name: string, seen: Set<string>): Value | undefined {
  if (seen.has(module.file)) return undefined
  seen.add(module.file)
  const own = module.exports.get(name)
  if (own !== undefined) return engine.evaluate(own, root)
  const whole = module.exports.get('*')
  if (whole !== undefined) return name === 'default' ? engine.evaluate(whole, root) : memberOf(engine, engine.evaluate(whole, root), name)
  if (name === 'default') return undefined
  return passedOn(engine, module, name, seen)
}

/** What the modules export of which a module passes everything on. Two that export the name leave it unknown. */
function passedOn(engine: Engine, module: Module, name: string, seen: Set<string>): Value | undefined {
  const found: Value[] = []
  let last = -1
  for (const [index, specifier] of module.stars.entries()) {
    const next = moduleOf(engine, specifier, module.file)
    if (!next || (found.length > 0 && !engine.graph.mentions(next.file, name))) continue
    const value = exportOf(engine, next, name, seen)
    if (!value) continue
    found.push(value)
    last = index
  }
  // What a later import of everything brings takes the place of what an earlier one brought.
  const later = module.stars.slice(last + 1).flatMap((specifier) => inLibrary(engine, specifier, module.file, [name]) ?? [])
  const over = later.findLast(({ known, value }) => known && isDescribed(engine, value))
  if (over) return over.value
  if (found.length > 0) {
    const joined = union(found.map((value) => ({ value, via: 'branch' })))
    const apart = found.length > 1 && joined.is === 'union'
    return apart ? unknown(`several of the modules that ${module.file} passes on export \`${name}\``) : joined
  }
  return later.find(({ known }) => known)?.value
}

/** Whether a contract tells of it: of several libraries whose names are all brought in, it then comes from that one. */
function isDescribed({ catalog }: Engine, value: Value): boolean {
  return value.is === 'library' && catalog.lookup(value.package, value.path) !== undefined
}

/** The module as an object; entries are looked up when they are asked for. */
function wholeModule(engine: Engine, module: Module): Value {
  const whole = module.exports.get('*')
  if (whole !== undefined) return mapValue(engine.evaluate(whole, root), (one) => withExports(module, one))
  const fields = new Map<string, Lazy>()
  const seen = new Set<string>()
  const collect = (from: Module) => {
    if (seen.has(from.file)) return
    seen.add(from.file)
    for (const [name, node] of from.exports) if (!fields.has(name)) fields.set(name, { node, ctx: root })
    for (const specifier of from.stars) {
      const next = moduleOf(engine, specifier, from.file)
      if (next) collect(next)
    }
  }
  collect(module)
  return { is: 'record', fields, open: false }
}

/** What is exported name by name beside a whole, as CommonJS allows. */
function withExports({ exports }: Module, whole: Value): Value {
  if (whole.is !== 'record' || exports.size === 1) return whole
  const named = [...exports].filter(([name]) => name !== '*')
  return {
    ...whole,
    fields: new Map<string, Lazy>([...whole.fields, ...named.map(([name, node]) => [name, { node, ctx: root }] as const)]),
  }
}

/** A value of the interface or type that a module exports under a name. */
export function typeExport(engine: Engine, specifier: string, name: string, from: string): NodeId | undefined {
  const module = moduleOf(engine, specifier, from)
  return module && typeIn(engine, module, name, new Set())
}

function typeIn(engine: Engine, module: Module, name: string, seen: Set<string>): NodeId | undefined {
  if (seen.has(module.file)) return undefined
  seen.add(module.file)
  const own = module.types.get(name)
  if (own !== undefined) return own
  const exported = module.exports.get(name)
  const node = exported === undefined ? undefined : engine.graph.node(exported)
  if (node?.type === 'import' && typeof node.specifier === 'string' && node.name !== '*') {
    const next = moduleOf(engine, node.specifier, node.from)
    return next && typeIn(engine, next, node.name, seen)
  }
  if (exported !== undefined) return undefined
  for (const specifier of module.stars) {
    const next = moduleOf(engine, specifier, module.file)
    const found = next && typeIn(engine, next, name, seen)
    if (found !== undefined) return found
  }
  return undefined
}
