import type { NodeId, NodeOf } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { isRewritten } from './origins.js'
import { before } from './steps.js'
import { type Unknown, unknown, type Value } from './value.js'

/** Why it is not known what a member of a library is that the project has given another value: `torch.softmax = …`. */
export function patchedMember(engine: Engine, { span: { file } }: NodeOf<'member'>, of: Value, key: string): Unknown | undefined {
  const patches = of.is === 'library' ? (patchesIn(engine).get(key) ?? []) : []
  const at = patches.find((id) => isOf(engine, id, of) && isNear(engine, id, file))
  return at === undefined ? undefined : unknown(`\`${key}\` of the library is set by assignment`, { at: engine.graph.node(at).span })
}

function isOf(engine: Engine, id: NodeId, of: Value): boolean {
  const node = engine.graph.node(id)
  const object = node.type === 'assigned' ? engine.evaluate(node.object, root) : undefined
  return object?.is === 'library' && of.is === 'library' && object.package === of.package && object.path.join() === of.path.join()
}

function isNear({ graph }: Engine, id: NodeId, file: string): boolean {
  const from = graph.node(id).span.file
  return from === file || graph.joined(file).includes(from)
}

interface Index {
  patches: Map<string, NodeId[]>
  seen: number
}

const indexes = new WeakMap<Engine, Index>()

/** Assignments to members of what is imported, or of what nothing declares, by the member. */
function patchesIn(engine: Engine): ReadonlyMap<string, readonly NodeId[]> {
  const { graph } = engine
  const index = remembered(indexes, engine, () => ({ patches: new Map<string, NodeId[]>(), seen: 0 }))
  for (const size = graph.size(); index.seen < size; index.seen++) {
    const id = index.seen as NodeId
    const node = graph.node(id)
    if (node.type === 'assigned' && typeof node.key === 'string' && isForeign(engine, node.object) && !isRewritten(graph, node))
      remembered(index.patches, node.key, (): NodeId[] => []).push(id)
  }
  return index.patches
}

function isForeign({ graph }: Engine, object: NodeId): boolean {
  for (let at = object; ; ) {
    const node = graph.node(before(graph, at, 'alias', 'assigned', 'changed'))
    if (node.type !== 'member') return node.type === 'import' || node.type === 'name'
    at = node.object
  }
}
