import type { GraphBuilder } from '../../graph/builder.js'
import type { Link, Module, NodeId } from '../../graph/graph.js'
import type { Host } from '../frontend.js'
import { python } from '../python/index.js'
import { inner } from '../python/link.js'
import { lowerFile } from '../python/lower.js'
import { mask } from './mask.js'
import type { Range } from './page.js'

/** What tells the imports of a page's Python from those of its scripts, which lead elsewhere under the same names. */
const mark = 'python:'

const marked = (specifier: string) => (specifier === '' ? specifier : `${mark}${specifier}`)

/** Lowers the Python of a page as one program; a piece that does not parse ends where the next one begins. */
export function lowerPython(file: string, text: string, pieces: readonly (readonly Range[])[], builder: GraphBuilder): Module {
  const first = builder.nodes.length
  const module = lowerFile(
    file,
    mask(text, pieces),
    builder,
    pieces.map(([range]) => range!.start),
  )
  for (let id = first; id < builder.nodes.length; id++) {
    const node = builder.nodes[id]!
    if (node.type === 'import' && typeof node.specifier === 'string')
      builder.set(id as NodeId, { ...node, specifier: marked(node.specifier) })
  }
  return { ...module, imports: module.imports.map(marked), stars: module.stars.map(marked) }
}

/** Where an import of a page's Python leads; undefined for one of its scripts. */
export function linkPython(specifier: string, from: string, host: Host): Link | undefined {
  return specifier.startsWith(mark) ? python.link(specifier.slice(mark.length), from, host) : undefined
}

export function innerPython(specifier: string, name: string): string | undefined {
  return specifier.startsWith(mark) ? marked(inner(specifier.slice(mark.length), name)) : undefined
}
