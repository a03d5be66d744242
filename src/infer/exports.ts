import { frameworkOf } from '../contracts/index.js'
import type { Module } from '../graph/graph.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { memberOf } from './members.js'
import { type Lazy, unknown, type Value } from './value.js'

/** What an import of `name` (`*` the whole module, `default`, or an export) from a module brings. */
export function exported(engine: Engine, specifier: string, name: string, from: string): Value {
  const framework = frameworkOf(specifier)
  if (framework) return { is: 'library', package: framework.package, path: name === '*' || name === 'default' ? [] : [name] }
  const link = engine.graph.link(specifier, from)
  if (link.to === 'nothing') return unknown(link.reason)
  if (link.to === 'package') return { is: 'library', package: link.name, path: name === '*' || name === 'default' ? [] : [name] }
  const module = engine.graph.module(link.file)
  if (!module) return unknown(`the file ${link.file} cannot be read`)
  return (
    (name === '*' ? wholeModule(engine, module) : exportOf(engine, module, name, new Set())) ??
    unknown(`${link.file} exports no \`${name}\``)
  )
}

function exportOf(engine: Engine, module: Module, name: string, seen: Set<string>): Value | undefined {
  if (seen.has(module.file)) return undefined
  seen.add(module.file)
  const own = module.exports.get(name)
  if (own !== undefined) return engine.evaluate(own, root)
  const whole = module.exports.get('*')
  if (whole !== undefined) return name === 'default' ? engine.evaluate(whole, root) : memberOf(engine, engine.evaluate(whole, root), name)
  if (name === 'default') return undefined
  for (const specifier of module.stars) {
    if (frameworkOf(specifier)) continue
    const link = engine.graph.link(specifier, module.file)
    const next = link.to === 'file' ? engine.graph.module(link.file) : undefined
    const found = next && exportOf(engine, next, name, seen)
    if (found) return found
  }
  const framework = module.stars.map((specifier) => frameworkOf(specifier)).find(Boolean)
  return framework && { is: 'library', package: framework.package, path: [name] }
}

/** The namespace object; entries are looked up when they are asked for. */
function wholeModule(engine: Engine, module: Module): Value {
  const whole = module.exports.get('*')
  if (whole !== undefined) return engine.evaluate(whole, root)
  const fields = new Map<string, Lazy>()
  const seen = new Set<string>()
  const collect = (from: Module) => {
    if (seen.has(from.file)) return
    seen.add(from.file)
    for (const [name, node] of from.exports) if (!fields.has(name)) fields.set(name, { node, ctx: root })
    for (const specifier of from.stars) {
      const link = engine.graph.link(specifier, from.file)
      const next = link.to === 'file' ? engine.graph.module(link.file) : undefined
      if (next) collect(next)
    }
  }
  collect(module)
  return { is: 'record', fields, open: false }
}
