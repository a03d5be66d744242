import { frameworkNamed } from '../contracts/catalog.js'
import type { NodeOf } from '../graph/graph.js'
import type { Place } from '../place.js'
import { nodesIn } from './nodes.js'
import { filesNaming } from './readers.js'
import { oneValue, type Site, type Written, writtenIn } from './site.js'
import { type Cut, isName, timesNamed } from './surgery.js'
import { codeOf } from './texts.js'

/** A name that a file has for something of a library: `nn` of `torch.nn`. */
interface Known {
  name: string
  package: string
  path: readonly string[]
}

/** How something of a library is written in a file, through the module nearest to it that has a name there: `nn.NLLLoss`. */
export function spelled(site: Site, file: string, id: string): string | undefined {
  const [pkg, dotted] = id.split('#') as [string, string]
  const wanted = dotted.split('.')
  const ways = knownIn(site, file).flatMap(({ name, ...known }) => {
    const rest = restOf(known, pkg, wanted)
    return rest === undefined ? [] : [[name, ...rest]]
  })
  return ways.sort((a, b) => a.length - b.length)[0]?.join('.')
}

/** What of a path is left after the part that a name stands for. */
function restOf(known: Omit<Known, 'name'>, pkg: string, wanted: readonly string[]): readonly string[] | undefined {
  if (known.package === pkg)
    return known.path.every((part, index) => part === wanted[index]) && known.path.length <= wanted.length
      ? wanted.slice(known.path.length)
      : undefined
  const part = Object.entries(frameworkNamed(known.package)?.parts ?? {}).find(([, means]) => means === pkg)
  return part && known.path.length === 0 ? [part[0], ...wanted] : undefined
}

/** What the top of a file imports from libraries under names of its own, and the libraries that a page provides. */
function knownIn(site: Site, file: string): Known[] {
  const { graph } = site.engine
  const found: Known[] = []
  for (const { id, node } of nodesIn(graph, file)) {
    const isGlobal = node.type === 'name' && node.module === 'global:' && node.path.length === 1
    if (!isGlobal && !(node.type === 'import' && node.owner === null)) continue
    const value = oneValue(site, id)
    const name = node.type === 'import' ? localName(graph.text(node.span)) : node.type === 'name' ? node.path[0]! : ''
    if (value?.is === 'library' && isName(name)) found.push({ name, package: value.package, path: value.path })
  }
  return found
}

/** `nn` of `torch.nn as nn`, `torch` of `torch.nn`, which brings the whole. */
function localName(text: string): string {
  return text
    .split(/\s+as\s+/)
    .at(-1)!
    .split('.')[0]!
}

/**
 * Brings what stands in the place of an imported name: in the import of that, or beside it where it is used elsewhere.
 * Undefined where the name is imported in no such way.
 */
export function imported(site: Site, { at }: { at: Place }, name: string, to: string): [Place, Cut][] | undefined {
  const { graph } = site.engine
  const code = codeOf(site.read, at.file)
  if (timesNamed(code, to) > 0) return undefined
  for (const { node } of nodesIn(graph, at.file)) {
    if (node.type !== 'import' || node.name === '*' || node.owner !== null) continue
    if (localName(graph.text(node.span)) !== name) continue
    const written = whole(site, node)
    if (!written) return undefined
    const by =
      timesNamed(code, name) === 2 && written.text === name && filesNaming(site, at.file, name) === 0 ? to : `${written.text}, ${to}`
    return [[written.at, { ...written, by }]]
  }
  return undefined
}

/** An imported name with what it is renamed from, in braces or a list. */
function whole(site: Site, node: NodeOf<'import'>): Written | undefined {
  const written = writtenIn(site, node.span)
  if (!written) return undefined
  const lead = /[\w$]+\s+as\s+$/.exec(written.whole.slice(0, written.start))
  const start = written.start - (lead?.[0].length ?? 0)
  const isListed = /(?:[{,(]|\bimport)\s*$/.test(written.whole.slice(0, start))
  return isListed ? { ...written, start, text: written.whole.slice(start, written.end) } : undefined
}
