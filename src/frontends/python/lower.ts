import type { GraphBuilder } from '../../graph/builder.js'
import type { Comment, Module, NodeId } from '../../graph/graph.js'
import { commentFrom } from '../comments.js'
import { type Effects, effectsOf, type Scope } from '../flow/bindings.js'
import type { Flow } from '../flow/flow.js'
import { finishBody } from '../flow/functions.js'
import { callsInOrder, finishModule, moduleContext, seenFromOutside } from '../flow/module.js'
import { emptyModule, unreadModule } from '../frontend.js'
import { specifierOf } from './imports.js'
import type { Lowering } from './lowering.js'
import { isLoaded, notLoaded, parse } from './parse.js'
import { resolveScopes } from './resolve-scopes.js'
import { lowerStatement } from './statements.js'
import { part, type Syntax } from './syntax.js'

/** Lowers one file of Python into the graph. Syntax errors are told, and the rest is lowered. */
export function lowerFile(file: string, text: string, builder: GraphBuilder, seams: readonly number[] = []): Module {
  if (!isLoaded()) return unreadModule(file, notLoaded)
  if (text.length > longest) return unreadModule(file, `${tooLong}; move the code that trains into a file of its own`)
  try {
    const { root, comments: written, errors } = parse(text, seams)
    const comments = written.flatMap(({ start, end }) => commentFrom(text.slice(start, end), { file, start, end }) ?? [])
    return {
      ...lowerModule(file, root, text, comments, builder),
      comments,
      errors: errors.map(({ at, message }) => ({ ...placeIn(text, at), message })),
    }
  } catch (error) {
    // Only a stack that ended is the file's own fault.
    if (!(error instanceof RangeError)) throw error
    return unreadModule(file, 'it is nested too deeply')
  }
}

/** A tree of a larger file would not fit into memory beside those of others. */
const longest = 2_000_000
const tooLong = 'it holds more than 2 MB of Python'

function lowerModule(file: string, root: Syntax, text: string, comments: readonly Comment[], builder: GraphBuilder): Module {
  const first = builder.variables.length
  const scopes = resolveScopes(root)
  const effects = new Map<object, Effects>()
  const scope: Scope = scopes.byNode.get(root)!
  const m: Lowering = {
    file,
    root,
    text,
    decorated: new Map(),
    declaring: comments.filter(({ declares }) => declares !== undefined),
    declarations: [],
    builder,
    scopes,
    spanOf: (syntax) => ({ file, start: (syntax as Syntax).start, end: (syntax as Syntax).end }),
    effectsOf: (fn) => {
      const known = effects.get(fn) ?? effectsOf(scopes, fn)
      effects.set(fn, known)
      return known
    },
    scope,
    fn: moduleContext(root, scopes.selves.get(root)!),
    calls: [],
    classes: [],
    imports: new Set(),
    exports: new Map(),
    depth: 0,
    operatorsMake: true,
    stars: starsIn(root),
    paths: new Set(),
    making: null,
    types: new Map(),
    arithmetic: [],
  }
  for (const each of root.children) lowerStatement(m, each)
  finishBody(m)
  m.scope = scope
  const exports = exportsOf(m, scope)
  finishModule(m, first)
  const { classes, stars, imports, arithmetic, declarations } = m
  return { ...emptyModule(file), exports, classes, stars, calls: callsInOrder(m), arithmetic, imports: [...imports], declarations }
}

/** All that a module names can be imported from it. */
function exportsOf(m: Flow, scope: Scope): Map<string, NodeId> {
  return new Map([...scope.names].map(([name, binding]) => [name, seenFromOutside(m, binding)]))
}

/** Modules whose names are all brought in: a name that nothing declares may be theirs, wherever it is read. */
function starsIn(root: Syntax): string[] {
  const found: string[] = []
  const open = [...root.children].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'import_from_statement') {
      if (next.children.some(({ type }) => type === 'wildcard_import')) found.push(specifierOf(part(next, 'module_name')!))
    } else if (next.type === 'try_statement' || next.type === 'if_statement' || next.type === 'block')
      for (const child of next.children) open.push(child)
  }
  return found
}

/** Line and column of an offset, as errors have them. */
function placeIn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}
