import { createCatalog } from '../../src/contracts/index.js'
import { python } from '../../src/frontends/python/index.js'
import { typescript } from '../../src/frontends/typescript/index.js'
import type { NodeId } from '../../src/graph/graph.js'
import { toArgument } from '../../src/infer/argument.js'
import { root } from '../../src/infer/context.js'
import { createEngine } from '../../src/infer/engine.js'
import type { Kind } from '../../src/kinds.js'
import { openProject } from '../../src/project.js'
import { bestClaim } from '../../src/use.js'

/** The kind that inference gives to the variable declared on a line (from 1) of a file; `unknown` when it gives none. */
export function reveal(text: string, line: number, file: string): Kind | 'unknown' {
  const host = { read: (path: string) => (path === file ? text : undefined), isFile: (path: string) => path === file }
  const { graph } = openProject(host, [typescript, python], { judged: [file], others: [] })
  if (!graph.module(file)) throw new Error('the block does not parse')
  const engine = createEngine(graph, createCatalog([]))
  for (let id = 0; graph.node(id as NodeId); id++) {
    const node = graph.node(id as NodeId)
    if (node.type !== 'alias' || graph.place(node.span).line !== line) continue
    const { argument } = toArgument(engine, 'value', engine.evaluate(id as NodeId, root), node.name, graph.place(node.span))
    return bestClaim(argument)?.kind ?? 'unknown'
  }
  throw new Error(`no variable is declared on line ${line}`)
}
