import type { Module } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { isChanging } from './looking-on.js'
import { union } from './union.js'
import { nothing, unknown, type Value } from './value.js'

/**
 * What the scripts of a page leave in a global variable. In which order they run is left open, so each value may arrive;
 * `own` is what the file itself shows, where it declares the variable.
 */
export function evaluateGlobal(engine: Engine, name: string, file: string, own?: Value): Value {
  const modules = engine.graph.sharing(name, file).filter((module) => own === undefined || module.file !== file)
  const nodes = modules.flatMap((module) => module.globals.get(name) ?? [])
  const values = nodes.map((node) => ({ value: engine.evaluate(node, root), via: 'shared' as const }))
  const value = union([{ value: own ?? nothing, via: 'shared' }, ...values])
  const changed = isContainer(value) && modules.some((module) => module.touched.has(name) || changedIn(engine, module).has(name))
  return changed ? unknown(`\`${name}\` is changed by a script that does not declare it`) : value
}

function isContainer(value: Value): boolean {
  if (value.is === 'union') return value.options.some((option) => isContainer(option.value))
  return value.is === 'object' || value.is === 'list' || value.is === 'record'
}

const tables = new WeakMap<Module, ReadonlySet<string>>()

/** Names that a module does not declare, and whose objects its calls change: methods that add, functions that were handed one. */
function changedIn(engine: Engine, module: Module): ReadonlySet<string> {
  return remembered(tables, module, () => {
    const names = new Set<string>()
    for (const id of module.calls) {
      const call = engine.graph.node(id)
      const callee = call.type === 'call' ? engine.graph.node(call.callee) : undefined
      if (callee?.type !== 'member' || typeof callee.key !== 'string' || !isChanging(engine.graph, callee.key)) continue
      const object = engine.graph.node(callee.object)
      if (object.type === 'name') names.add(object.path[0]!)
    }
    return names
  })
}
