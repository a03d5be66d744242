import { embedded } from '../../src/frontends/embedded/index.js'
import type { Frontend } from '../../src/frontends/frontend.js'
import { typescript } from '../../src/frontends/typescript/index.js'
import { GraphBuilder } from '../../src/graph/builder.js'
import type { Condition, Element, Module, Node, NodeId, NodeOf } from '../../src/graph/graph.js'

export interface Lowered {
  module: Module
  builder: GraphBuilder
  print(id: NodeId | null | undefined): string
  /** What reaches the arguments of each call of `probe`, in source order. */
  probes: string[]
  exported(name: string): string
  functionNamed(qualified: string): NodeOf<'function'>
  classNamed(name: string): NodeOf<'class'>
  /** Ends of the shared variable, as `function: value`. */
  ends(variable: string): string[]
}

export function lowerText(text: string, file = 'test.ts'): Lowered {
  return lowerWith(typescript.handles(file) ? typescript : embedded, text, file)
}

export function lowerWith(frontend: Frontend, text: string, file: string): Lowered {
  const builder = new GraphBuilder()
  const module = frontend.lower(file, text, builder)
  const print = makePrinter(builder)
  const find = <T extends Node['type']>(type: T, fits: (node: NodeOf<T>) => boolean): NodeOf<T> => {
    const found = builder.nodes.find((node) => node.type === type && fits(node as NodeOf<T>))
    if (!found) throw new Error(`no such ${type}`)
    return found as NodeOf<T>
  }
  return {
    module,
    builder,
    print,
    probes: module.calls.flatMap((id) => {
      const call = builder.nodes[id] as NodeOf<'call'>
      return print(call.callee) === 'probe' ? [call.args.map((each) => print(each.node)).join(', ')] : []
    }),
    exported: (name) => print(module.exports.get(name)),
    functionNamed: (qualified) => find('function', (node) => node.definition.qualified === qualified),
    classNamed: (name) => find('class', (node) => node.definition.name === name),
    ends: (name) =>
      builder.variables
        .filter((variable) => variable.name === name)
        .flatMap((variable) => variable.ends.map((end) => `${end.function === null ? 'module' : print(end.function)}: ${print(end.node)}`)),
  }
}

/** What reaches the argument of the only `probe(…)` in the text. */
export function probe(text: string, file?: string): string {
  const { probes } = lowerText(text, file)
  if (probes.length !== 1) throw new Error(`${probes.length} probes`)
  return probes[0]!
}

/** A readable form of the value of a node. Loops that were entered print as `↺`, numbers of nodes in conditions from #1 on. */
function makePrinter(builder: GraphBuilder): (id: NodeId | null | undefined) => string {
  const open = new Set<NodeId>()
  const numbers = new Map<string, string>()
  const printed = new Map<NodeId, string>()
  const print = (id: NodeId | null | undefined): string => {
    if (id === null || id === undefined) return 'nothing'
    if (open.has(id)) return '↺'
    const known = printed.get(id)
    if (known !== undefined) return known
    open.add(id)
    const text = describe(builder.nodes[id]!)
    open.delete(id)
    // What comes back to itself reads otherwise from elsewhere.
    if (!text.includes('↺')) printed.set(id, text)
    return text
  }
  const key = (each: string | NodeId) => (typeof each === 'string' ? `.${each}` : `[${print(each)}]`)
  const condition = ({ key: test, value }: Condition) => {
    const readable = test.replace(/[#@]\d+/g, (number) => {
      if (!numbers.has(number)) numbers.set(number, `${number[0]}${numbers.size + 1}`)
      return numbers.get(number)!
    })
    return `${readable}=${value}`
  }
  const conditions = (when: readonly Condition[]) => (when.length > 0 ? ` if ${when.map(condition).join(' & ')}` : '')
  const element = ({ node, spread, keyword }: Element) => {
    if (keyword !== undefined) return keyword === '' ? `**${print(node)}` : `${keyword}: ${print(node)}`
    return (spread ? '...' : '') + print(node)
  }
  const elements = (each: readonly Element[]) => each.map(element).join(', ')
  const describe = (node: Node): string => {
    switch (node.type) {
      case 'name':
        return node.path.join('.')
      case 'import':
        return `${typeof node.specifier === 'string' ? node.specifier : `(${print(node.specifier)})`}#${node.name}`
      case 'instance':
        return `a ${print(node.of)}`
      case 'declared':
        return `@kind ${node.word}${node.of === undefined ? '' : ` ${print(node.of)}`}`
      case 'interface':
        return `interface ${node.definition.name}${print(node.definition.members)}`
      case 'literal':
        return node.value === undefined ? 'undefined' : typeof node.value === 'number' ? String(node.value) : JSON.stringify(node.value)
      case 'list':
        return `[${elements(node.items)}${node.every === undefined ? '' : `every ${print(node.every)}`}]`
      case 'record':
        return `{${node.entries.map((each) => (each.key === null ? '...' : `${key(each.key)}: `) + print(each.node)).join(', ')}}`
      case 'call':
        return `${node.construct ? 'new ' : ''}${print(node.callee)}(${elements(node.args)})`
      case 'member':
        return `${print(node.object)}${key(node.key)}`
      case 'assigned':
        return `<${print(node.object)} with ${key(node.key)} = ${print(node.value)}>`
      case 'changed': {
        const event = builder.nodes[node.event] as NodeOf<'call'>
        const callee = builder.nodes[event.callee]!
        const name = callee.type === 'member' && typeof callee.key === 'string' ? callee.key : print(event.callee)
        const args = event.args.map((each) => (node.as === 'receiver' ? element({ ...each, spread: false }) : '_'))
        return `<${print(node.object)} after ${name}(${args.join(', ')})${node.as === 'receiver' ? '' : ` as ${node.as}`}>`
      }
      case 'affected':
        return print(node.before)
      case 'alias':
        return `${node.name}=${print(node.value)}`
      case 'merge': {
        const options = node.options.map((each) => print(each.node) + conditions(each.when.filter(({ round }) => !round)))
        return options.length === 1 ? options[0]! : `${node.reason}(${options.join(' | ')})`
      }
      case 'loop':
        return 'loop'
      case 'items':
        return `${print(node.list)} with items ${print(node.after)}`
      case 'rounds':
        return print(node.otherwise)
      case 'captured':
        return `shared ${builder.variables[node.variable]!.name}${node.created === null ? '' : `(${print(node.created)})`}`
      case 'function':
        return `function ${node.definition.qualified ?? ''}`.trim()
      case 'parameter':
        return `${node.rest ? '...' : ''}@${node.name}`
      case 'class':
        return `class ${node.definition.name ?? ''}`.trim()
      case 'this':
        return node.class === null ? 'this' : `this:${(builder.nodes[node.class] as NodeOf<'class'>).definition?.name ?? 'record'}`
      case 'super':
        return 'super'
      case 'operator':
        return `(${node.operator} ${node.operands.map(print).join(' ')})`
      case 'item':
        return `item of ${print(node.of)}`
      case 'unknown':
        return `?${node.reason}`
    }
  }
  return print
}
