import type { Frontend, Host, View } from './frontends/frontend.js'
import { directoryOf } from './frontends/posix.js'
import { GraphBuilder } from './graph/builder.js'
import type { Graph, Link, Module, Span } from './graph/graph.js'
import { wordsOf } from './graph/language.js'
import { createGroups } from './groups.js'
import { createImporters } from './importers.js'
import { createMentions } from './mentions.js'
import { createPages, type Pages } from './pages.js'
import { compareText, type Place } from './place.js'
import { remembered } from './remembered.js'
import type { FileProblem } from './report.js'

/** A graph that reads and lowers files when they are asked for. */
export interface Project {
  graph: Graph
  problems(): readonly FileProblem[]
}

/** Longest text that a message quotes. */
const longestQuote = 60

/** Which files belong to the project: those that are judged, and those that may only call into them. */
export interface ProjectFiles {
  judged: readonly string[]
  others: readonly string[]
}

export function openProject(host: Host, frontends: readonly Frontend[], { judged, others }: ProjectFiles): Project {
  const asked = new Set(judged)
  const builder = new GraphBuilder()
  const modules = new Map<string, Module | undefined>()
  const problems: FileProblem[] = []
  const links = new Map<string, Link>()
  const lines = new Map<string, number[]>()
  const viewOf = (file: string) => frontendOf(file)?.view?.(host.read(file) ?? '')
  const textOf = (file: string) => viewOf(file)?.text ?? host.read(file) ?? ''
  const frontendOf = (file: string) => frontends.find((frontend) => frontend.handles(file))
  const load = (file: string) => lower(file, host, frontendOf(file), builder, problems)
  const importers = createImporters(host, others)
  const mentions = createMentions(host.read)
  const found = new Map<string, boolean>()
  const linkFrom = (specifier: string, from: string): Link => {
    const link = frontendOf(from)?.link(specifier, from, host) ?? { to: 'nothing', reason: `${specifier} not found` }
    return link.to === 'file' ? { ...link, file: host.nameOf?.(link.file) ?? link.file } : link
  }
  const pages = createPages(host, frontends, [...judged, ...others], linkFrom)
  const lists = new Map<string, readonly string[]>()
  const callersOf = (file: string) =>
    remembered(lists, file, () => [...new Set([...importers.of(file), ...pages.mates(file)])].filter((each) => !asked.has(each)))
  const groups = createGroups(judged, (file) => {
    if (!asked.has(file)) return callersOf(file)
    const links = (graph.module(file)?.imports ?? []).map((specifier) => graph.link(specifier, file))
    const named = links.flatMap((link) => (link.to === 'file' ? [link.file] : []))
    const unnamed = importsAny.test(host.read(file) ?? '') ? judged.filter((each) => isWithin(directoryOf(file), each)) : []
    return [...named, ...unnamed, ...importers.of(file), ...pages.mates(file)]
  })
  const graph: Graph = {
    words: wordsOf(frontends.flatMap(({ language }) => language ?? [])),
    node: (id) => builder.nodes[id]!,
    size: () => builder.nodes.length,
    variable: (id) => builder.variables[id]!,
    place: (span) =>
      located(
        placeOf(
          span,
          remembered(lines, span.file, () => lineStarts(textOf(span.file))),
        ),
        viewOf(span.file),
      ),
    text: (span) => quoted(textOf(span.file).slice(span.start, Math.min(span.end, span.start + 4 * longestQuote))),
    module: (file) => remembered(modules, file, () => load(file)),
    link: (specifier, from) => remembered(links, `${from}\0${specifier}`, () => linkInPage(specifier, from, linkFrom, pages)),
    inner: (specifier, name, from) => {
      const part = frontendOf(from)?.inner?.(specifier, name)
      return part === undefined ? undefined : graph.link(part, from)
    },
    pinned: (name, from) => frontendOf(from)?.pinned?.(name, from, host),
    mentions: (file, word) => remembered(found, `${file}\0${word}`, () => hasWord(host.read(file) ?? '', word)),
    mentioning: (word, among, beside) =>
      mentions
        .among('joined' in among ? groups.of(among.joined) : callersOf(among.importing), word)
        .filter((each) => !beside || beside.some((other) => graph.mentions(each, other)))
        .flatMap((each) => graph.module(each) ?? []),
    joined: (file) => groups.of(file),
    sharing: (name, file) =>
      [...new Set([file, ...mentions.among(pages.definers(file), name)])].sort(compareText).flatMap((each) => graph.module(each) ?? []),
  }
  return { graph, problems: () => problems }
}

function isWithin(directory: string, file: string): boolean {
  return directory === '' || file.startsWith(`${directory}/`)
}

/** An import of what has no name in the source: of any file in the same folder, or below. */
const importsAny = /\bimport_module\b|\b__import__\b|\b(?:require|import)\s*\(\s*[^\s"']/

/** An import map's word on a name counts where nothing else leads to a file. */
function linkInPage(specifier: string, from: string, link: (specifier: string, from: string) => Link, pages: Pages): Link {
  const direct = link(specifier, from)
  const mapped = direct.to === 'package' && direct.name === specifier ? pages.mapped(specifier, from) : undefined
  return mapped ? link(mapped.specifier, mapped.page) : direct
}

const wordCharacter = /[\w$]/

/** Whether a text has the word, not as a part of another; a search word may end in punctuation of its own (`tf.`). */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const after = text[at + word.length] ?? ''
    const open = !wordCharacter.test(word.at(-1) ?? '') || !wordCharacter.test(after)
    if (open && !wordCharacter.test(text[at - 1] ?? '')) return true
  }
  return false
}

/** One file's module; a file that nothing can be made of is told of and left out. */
function lower(
  file: string,
  host: Host,
  frontend: Frontend | undefined,
  builder: GraphBuilder,
  problems: FileProblem[],
): Module | undefined {
  const text = host.read(file)
  if (text === undefined || !frontend) return undefined
  try {
    const module = frontend.lower(file, text, builder)
    if (module.unread !== undefined) problems.push({ file, message: `was not looked at: ${module.unread}` })
    const [first] = module.errors
    if (first)
      problems.push({
        file,
        message: `does not parse: ${first.message} (${placeOfError(first, frontend.view?.(text))}); the rest of the file was checked`,
      })
    return module
  } catch (error) {
    problems.push({
      file,
      message: `ce-lint failed on this file: ${error instanceof Error ? error.message : String(error)}; please report it`,
      internal: true,
    })
    return undefined
  }
}

function placeOfError({ line, column }: Module['errors'][number], view: View | undefined): string {
  const at = view?.locate(line) ?? { line }
  return `${at.cell === undefined ? '' : `cell ${at.cell}, `}line ${at.line}, column ${column}`
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function placeOf({ file, start, end }: Span, starts: readonly number[]): Place {
  const from = lineOf(starts, start)
  const to = lineOf(starts, end)
  return { file, line: from + 1, column: start - starts[from]! + 1, endLine: to + 1, endColumn: end - starts[to]! + 1 }
}

/** A place as people count it, where the text is wrapped in something. */
function located(place: Place, view: View | undefined): Place {
  if (!view) return place
  const [from, to] = [view.locate(place.line), view.locate(place.endLine)]
  return { ...place, line: from.line, endLine: to.line, ...(from.cell !== undefined && { cell: from.cell }) }
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line
}
