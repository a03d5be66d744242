import type { NodeId } from '../../graph/graph.js'
import { add } from '../flow/flow.js'
import type { Lowering } from './lowering.js'
import { reference } from './references.js'
import { bare, part, parts, type Syntax } from './syntax.js'

/** What stands for the value of its argument, or for one of several. */
const transparent = new Set(['Optional', 'Final', 'ClassVar', 'Annotated', 'Awaitable', 'Required', 'NotRequired'])
const collections = new Set(['List', 'list', 'Sequence', 'Iterable', 'Iterator', 'Generator', 'Set', 'set', 'Tuple', 'tuple', 'Collection'])

/** A value of which nothing is known but that it has the type; undefined where no member is told. */
export function valueOfType(m: Lowering, type: Syntax): NodeId | undefined {
  const node = bare(type)
  switch (node.type) {
    case 'type':
      return node.children[0] && valueOfType(m, node.children[0])
    case 'identifier':
    case 'attribute':
      return plain.has(node.text) ? undefined : add(m, node, { type: 'instance', of: reference(m, node).node })
    case 'generic_type':
      return generic(m, node.children[0]!, node.children[1]?.children ?? [])
    case 'subscript':
      return generic(m, part(node, 'value')!, parts(node, 'subscript'))
    case 'binary_operator':
      return node.children
        .filter(({ field }) => field !== 'operator')
        .map((each) => valueOfType(m, each))
        .find((each) => each !== undefined)
    case 'union_type':
      return node.children.map((each) => valueOfType(m, each)).find((each) => each !== undefined)
    default:
      return undefined
  }
}

function generic(m: Lowering, name: Syntax, [first]: readonly Syntax[]): NodeId | undefined {
  const word = name.type === 'attribute' ? part(name, 'attribute')!.text : name.text
  const inner = first && valueOfType(m, first)
  if (inner === undefined || transparent.has(word)) return inner
  return collections.has(word) ? add(m, name, { type: 'list', items: [], every: inner }) : undefined
}

/** Types of which no member is followed. */
const plain = new Set(['int', 'float', 'str', 'bool', 'bytes', 'None', 'dict', 'list', 'tuple', 'set', 'object', 'Any', 'Callable', 'type'])
