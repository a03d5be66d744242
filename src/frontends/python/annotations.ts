import type { NodeId } from '../../graph/graph.js'
import { add } from '../flow/flow.js'
import type { Lowering } from './lowering.js'
import { parse } from './parse.js'
import { reference } from './references.js'
import { bare, part, parts, type Syntax, stringValue } from './syntax.js'

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
    case 'string':
      return quoted(m, node)
    default:
      return undefined
  }
}

/** A type in quotes, of what is not defined yet. */
function quoted(m: Lowering, string: Syntax): NodeId | undefined {
  const text = stringValue(string)
  const content = string.children.find(({ type }) => type === 'string_content')
  if (text === undefined || content?.text !== text || text.length > longestType) return undefined
  const [statement] = parse(text).root.children
  const type = statement?.type === 'expression_statement' ? statement.children[0] : undefined
  return type && type.type !== 'string' ? valueOfType(m, moved(type, content.start)) : undefined
}

const longestType = 200

function moved(node: Syntax, by: number): Syntax {
  return { ...node, start: node.start + by, end: node.end + by, children: node.children.map((child) => moved(child, by)) }
}

function generic(m: Lowering, name: Syntax, [first]: readonly Syntax[]): NodeId | undefined {
  const word = name.type === 'attribute' ? part(name, 'attribute')!.text : name.text
  const inner = first && valueOfType(m, first)
  if (inner === undefined || transparent.has(word)) return inner
  return collections.has(word) ? add(m, name, { type: 'list', items: [], every: inner }) : undefined
}

/** Types of which no member is followed. */
const plain = new Set(['int', 'float', 'str', 'bool', 'bytes', 'None', 'dict', 'list', 'tuple', 'set', 'object', 'Any', 'Callable', 'type'])
