import type { ts } from 'ts-morph'
import type { Entry, NodeId } from '../../graph/graph.js'
import { type Binding, lookUp } from '../flow/bindings.js'
import { add, literal, nodeOf, spanOf, unknown, within } from '../flow/flow.js'
import { define, read } from '../flow/variables.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { noteExport } from './modules.js'
import { lowerKey } from './objects.js'
import { tsc } from './parse.js'
import { lowerBlock } from './statements.js'

/** An enum is the record of its values, and of its names by their numbers; a number goes on from the one before. */
export function lowerEnum(m: Lowering, node: ts.EnumDeclaration): void {
  // Its members may refer to it, so it has to exist before them.
  const id = unknown(m, node, 'enum being made')
  settle(m, node, node.name, id)
  const entries: Entry[] = []
  const names: Entry[] = []
  let next: number | null = 0
  within(m, node, () => {
    for (const { name, initializer } of node.members) {
      const value = initializer ? lower(m, initializer) : literal(m, name, next)
      const known = nodeOf(m, value)
      const number = known.type === 'literal' && typeof known.value === 'number' ? known.value : null
      next = number === null ? null : number + 1
      const key = lowerKey(m, name)
      const span = spanOf(m, initializer ?? name)
      entries.push({ key, node: value, span })
      if (number !== null && typeof key === 'string') names.push({ key: String(number), node: literal(m, name, key), span })
      const binding = tsc.isIdentifier(name) ? m.scope.names.get(name.text) : undefined
      if (binding) binding.node = value
    }
  })
  m.builder.set(id, { type: 'record', entries: [...names, ...entries], span: spanOf(m, node), owner: m.fn.owner })
}

/** A namespace is the record of what it exports. */
export function lowerNamespace(m: Lowering, node: ts.ModuleDeclaration): void {
  const { body } = node
  if (!body || !tsc.isIdentifier(node.name)) return
  const outer = m.exporting
  const exporting = new Map<string, Binding>()
  m.exporting = exporting
  const entries: Entry[] = []
  within(m, node, () => {
    if (tsc.isModuleBlock(body)) lowerBlock(m, body.statements)
    else if (tsc.isModuleDeclaration(body)) {
      lowerNamespace(m, body)
      const inner = tsc.isIdentifier(body.name) ? m.scope.names.get(body.name.text) : undefined
      if (inner) exporting.set(inner.name, inner)
    }
    for (const [key, binding] of exporting) entries.push({ key, node: read(m, node, binding), span: spanOf(m, node) })
  })
  m.exporting = outer
  settle(m, node, node.name, add(m, node, { type: 'record', entries }))
}

function settle(m: Lowering, node: ts.EnumDeclaration | ts.ModuleDeclaration, name: ts.Identifier, value: NodeId): void {
  const binding = lookUp(m.scope, name.text)
  // A namespace that adds to a class or function of the same name leaves that as it is.
  if (binding && (binding.kind === 'enum' || binding.kind === 'namespace')) define(m, binding, value)
  noteExport(m, node, null, [name.text])
}
