import { bestOf } from '../../src/claims.js'
import { createCatalog } from '../../src/contracts/index.js'
import { typescript } from '../../src/frontends/typescript/index.js'
import type { Graph, Node, NodeId } from '../../src/graph/graph.js'
import { toArgument } from '../../src/infer/argument.js'
import { root } from '../../src/infer/context.js'
import { createEngine } from '../../src/infer/engine.js'
import { withNumbers } from '../../src/infer/measured.js'
import type { Kind } from '../../src/kinds.js'
import type { SourceFile } from '../../src/lint.js'
import { openProject } from '../../src/project.js'

/** The kind that inference gives to the variable which is set on a line (from 1) of a file. */
export function reveal(files: readonly SourceFile[], file: string, line: number): Kind | 'unknown' {
  const texts = new Map(files.map((each) => [each.path, each.text]))
  const { graph } = openProject({ read: (path) => texts.get(path), isFile: (path) => texts.has(path) }, [typescript])
  graph.module(file)
  const catalog = createCatalog([])
  const engine = createEngine(graph, catalog)
  for (const [id, node] of nodes(graph)) {
    if (node.type !== 'alias' || node.span.file !== file) continue
    const at = graph.place(node.span)
    if (at.line !== line) continue
    const followed = toArgument(engine, 'prediction', engine.evaluate(id, root), node.name, at)
    const contract = catalog.find('tf.losses.softmaxCrossEntropy')!
    return bestOf(withNumbers(contract, followed, undefined).prediction?.claims ?? [])?.kind ?? 'unknown'
  }
  throw new Error(`no variable is set on line ${line} of ${file}`)
}

function* nodes(graph: Graph): Generator<[NodeId, Node]> {
  for (let id = 0 as NodeId; graph.node(id) !== undefined; id = (id + 1) as NodeId) yield [id, graph.node(id)]
}
