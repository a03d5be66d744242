import type { ts } from 'ts-morph'
import type { GraphBuilder } from '../../graph/builder.js'
import type { Module } from '../../graph/graph.js'
import { rememberedEffects } from '../flow/bindings.js'
import { finishBody } from '../flow/functions.js'
import { callsInOrder, finishModule, moduleContext } from '../flow/module.js'
import { emptyModule, unreadModule } from '../frontend.js'
import { exportedTypes } from './annotations.js'
import { commentsIn } from './comments.js'
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
  const comments = commentsIn(file, source)
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
    fn: moduleContext(source, scopes.selves.get(source)!),
    calls: [],
    exports: new Map(),
    exporting: new Map(),
    interfaces: new Map(),
    declaring: comments.filter(({ declares }) => declares !== undefined),
    declarations: [],
    said: new Map(),
    classes: [],
    stars: [],
    imports: new Set(),
    touched: new Set(),
    props,
    depth: 0,
  }
  lowerImports(m, source.statements)
  lowerBlock(m, source.statements)
  finishBody(m)
  settleExports(m)
  const globals = globalsOf(m)
  finishModule(m, firstVariable)
  const { exports, touched, classes, stars, imports, declarations } = m
  const types = exportedTypes(m, source.statements)
  const calls = callsInOrder(m)
  const known = { exports, types, classes, globals, touched, stars, calls, imports: [...imports], comments, declarations, errors }
  return { ...emptyModule(file), ...known }
}
