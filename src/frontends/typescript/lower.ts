import type { ts } from 'ts-morph'
import type { GraphBuilder } from '../../graph/builder.js'
import type { Module, NodeId } from '../../graph/graph.js'
import { rememberedEffects, type Scopes } from '../flow/bindings.js'
import { Environment } from '../flow/environment.js'
import type { FunctionContext } from '../flow/flow.js'
import { recordEnds, valuesAtEnd } from '../flow/variables.js'
import { unreadModule } from '../frontend.js'
import { exportedTypes } from './annotations.js'
import { drain } from './functions.js'
import type { Lowering } from './lowering.js'
import { globalsOf, lowerImports, settleExports } from './modules.js'
import { parse, placeIn, type Syntax, syntaxOf, tsc } from './parse.js'
import { resolveScopes } from './resolve-scopes.js'
import { lowerBlock } from './statements.js'

/** Lowers one file of TypeScript or JavaScript into the graph. Syntax errors are told, and the rest is lowered. */
export function lowerFile(file: string, text: string, builder: GraphBuilder): Module {
  return lowerScript(file, text, builder, { syntax: syntaxOf(file) })
}

/** How a text is to be read. */
export interface Script {
  syntax: Syntax
  /** The text that the script is a part of, when it is one. */
  original?: string
  /** What it declares at its top is seen by other scripts. By default where it is no module. */
  shared?: boolean
  /** Who uses it may give what it exports another value. */
  props?: boolean
}

export function lowerScript(file: string, text: string, builder: GraphBuilder, script: Script): Module {
  try {
    const { source, errors } = parse(file, text, script.syntax)
    const told = errors.map(({ at, message }) => ({ ...placeIn(script.original ?? text, at), message }))
    return lowerSource(file, source, builder, told, script)
  } catch (error) {
    // Only a stack that ended is the file's own fault.
    if (!(error instanceof RangeError)) throw error
    return unreadModule(file, 'it is nested too deeply')
  }
}

function lowerSource(
  file: string,
  source: ts.SourceFile,
  builder: GraphBuilder,
  errors: Module['errors'],
  { shared = !tsc.isExternalModule(source), props = false }: Script,
): Module {
  const firstVariable = builder.variables.length
  const scopes = resolveScopes(source, shared)
  const fn = moduleContext(source, scopes)
  const m: Lowering = {
    file,
    source,
    builder,
    scopes,
    spanOf(syntax) {
      const node = syntax as ts.Node
      return { file, start: node.getStart(source), end: node.end }
    },
    effectsOf: rememberedEffects(scopes),
    scope: scopes.byNode.get(source)!,
    fn,
    calls: [],
    exports: new Map(),
    exporting: new Map(),
    interfaces: new Map(),
    classes: [],
    stars: [],
    imports: new Set(),
    touched: new Set(),
    props,
    depth: 0,
  }
  lowerImports(m, source.statements)
  lowerBlock(m, source.statements)
  if (!fn.env.dead) fn.exits.push(fn.env.since(0, 0))
  drain(m)
  settleExports(m)
  const globals = globalsOf(m)
  recordEnds(m, fn, valuesAtEnd(m, fn))
  sortEnds(builder, firstVariable)
  const { exports, touched, classes, stars, imports } = m
  const types = exportedTypes(m, source.statements)
  const calls = inSourceOrder(builder, m.calls)
  return { file, exports, types, classes, globals, touched, stars, calls, imports: [...imports], errors }
}

function moduleContext(source: ts.SourceFile, scopes: Scopes): FunctionContext {
  return {
    id: null,
    owner: null,
    syntax: source,
    parent: null,
    hoisted: false,
    inline: false,
    qualified: null,
    made: [],
    env: new Environment(),
    captured: new Map(),
    self: scopes.selves.get(source)!,
    class: null,
    receiver: null,
    returns: [],
    yields: [],
    yielded: null,
    exits: [],
    begin: null,
    deferred: [],
    frames: [],
    loopStart: null,
  }
}

function inSourceOrder(builder: GraphBuilder, calls: readonly NodeId[]): NodeId[] {
  const span = (id: NodeId) => builder.nodes[id]!.span
  return [...calls].sort((a, b) => span(a).start - span(b).start || span(a).end - span(b).end)
}

/** Functions are lowered in another order than they stand in. */
function sortEnds(builder: GraphBuilder, first: number): void {
  const start = (id: NodeId | null) => (id === null ? -1 : builder.nodes[id]!.span.start)
  for (const variable of builder.variables.slice(first)) variable.ends.sort((a, b) => start(a.function) - start(b.function))
}
