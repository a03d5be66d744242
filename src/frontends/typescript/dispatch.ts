import type { ts } from 'ts-morph'
import { tsc } from './parse.js'

/** Handlers by the name of the syntax they handle; each takes the node type that goes with it. */
export type Handlers<State, Result> = { readonly [Name in keyof typeof ts.SyntaxKind]?: (state: State, node: never) => Result }

/** Turns handlers into one indexed look-up a node. The numbers behind the names are known only once the compiler is loaded. */
export function dispatcher<State, Result>(handlers: Handlers<State, Result>): (state: State, node: ts.Node) => Result | undefined {
  let table: (((state: State, node: never) => Result) | undefined)[] | undefined
  return (state, node) => {
    if (!table) {
      table = []
      for (const [name, handler] of Object.entries(handlers)) table[tsc.SyntaxKind[name as keyof typeof ts.SyntaxKind]] = handler
    }
    return table[node.kind]?.(state, node as never)
  }
}
