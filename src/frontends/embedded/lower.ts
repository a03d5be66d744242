import type { GraphBuilder } from '../../graph/builder.js'
import type { Comment, Module, NodeId } from '../../graph/graph.js'
import { commentFrom } from '../comments.js'
import { unreadModule } from '../frontend.js'
import { lowerScript } from '../typescript/lower.js'
import { parse, placeIn } from '../typescript/parse.js'
import { readPage } from './formats.js'
import { mask } from './mask.js'
import type { Page, Part, Range } from './page.js'
import { lowerPython } from './python.js'

/** Lowers the scripts of a page into one module. */
export function lowerPage(file: string, text: string, builder: GraphBuilder): Module {
  const page = readPage(file, text)
  if (!page) return unreadModule(file, 'the parser for its format is not loaded')
  const parts = page.parts.flatMap((part) => withoutBroken(text, part))
  const modules = parts.map((part) => lowerScript(file, mask(text, part.scripts), builder, { ...part, original: text }))
  if (page.python && page.python.length > 0) modules.push(lowerPython(file, text, page.python, builder))
  return joined(file, text, page, modules, builder)
}

/** A script that does not parse would spoil those that it shares its scope with: it is put in a part of its own. */
function withoutBroken(text: string, part: Part): Part[] {
  const { scripts, syntax } = part
  if (scripts.length < 2 || parse('', mask(text, scripts), syntax).errors.length === 0) return [part]
  const broken = new Set(scripts.filter((script) => parse('', mask(text, [script]), syntax).errors.length > 0))
  return [
    { ...part, scripts: scripts.filter((script) => !broken.has(script)) },
    ...[...broken].map((script) => ({ ...part, scripts: [script] })),
  ]
}

/** Comments of the page itself, around its scripts. */
function commentsOf(file: string, text: string, comments: readonly Range[]): Comment[] {
  return comments.flatMap(({ start, end }) => commentFrom(text.slice(start, end), { file, start, end }) ?? [])
}

function joined(file: string, text: string, { source, comments, unread }: Page, modules: readonly Module[], builder: GraphBuilder): Module {
  const globals = new Map<string, NodeId[]>()
  for (const module of modules) for (const [name, nodes] of module.globals) globals.set(name, [...(globals.get(name) ?? []), ...nodes])
  const exports = new Map(modules.flatMap((module) => [...module.exports]))
  if (source) {
    const { specifier, at } = source
    const span = { file, ...at }
    exports.set('default', builder.add({ type: 'import', specifier, name: 'default', from: file, span, owner: null }))
  }
  const reason = modules.find((module) => module.unread !== undefined)?.unread
  return {
    file,
    exports,
    types: new Map(modules.flatMap((module) => [...module.types])),
    classes: modules.flatMap((module) => module.classes),
    globals,
    touched: new Set(modules.flatMap((module) => [...module.touched])),
    stars: [...modules.flatMap((module) => module.stars), ...(source ? [source.specifier] : [])],
    calls: modules.flatMap((module) => module.calls).sort((a, b) => builder.nodes[a]!.span.start - builder.nodes[b]!.span.start),
    arithmetic: modules.flatMap((module) => module.arithmetic),
    imports: [...new Set([...modules.flatMap((module) => module.imports), ...(source ? [source.specifier] : [])])],
    comments: [...modules.flatMap((module) => module.comments), ...commentsOf(file, text, comments)].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    declarations: modules.flatMap((module) => module.declarations),
    errors: [...unread.map(({ at, message }) => ({ ...placeIn(text, at), message })), ...modules.flatMap((module) => module.errors)].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
    ...(reason === undefined ? {} : { unread: reason }),
  }
}
