import type { Frontend, Host, Page } from './frontends/frontend.js'
import type { Link } from './graph/graph.js'
import { isWritten } from './importers.js'
import { compareText } from './place.js'
import { remembered } from './remembered.js'

/** Which files run together in a page, from what its script tags load; looked up when first asked. */
export interface Pages {
  /** Files that define globals which the file sees, itself left out. */
  definers(file: string): readonly string[]
  /** All files of the pages that a file is part of. */
  mates(file: string): readonly string[]
  /** What the import map of a page makes of a bare specifier in a file, and the page. */
  mapped(specifier: string, from: string): { specifier: string; page: string } | undefined
}

interface Loading extends Page {
  file: string
  shared: readonly string[]
  all: readonly string[]
}

interface Index {
  all: readonly Loading[]
  byFile: ReadonlyMap<string, readonly Loading[]>
}

function indexOf(all: readonly Loading[]): Index {
  const byFile = new Map<string, Loading[]>()
  for (const page of all) for (const file of new Set(page.all)) remembered(byFile, file, (): Loading[] => []).push(page)
  return { all, byFile }
}

type LinkFrom = (specifier: string, from: string) => Link

export function createPages(host: Host, frontends: readonly Frontend[], files: readonly string[], link: LinkFrom): Pages {
  const read = host.peek ?? host.read
  let index: Index | undefined
  const pages = () => {
    index ??= indexOf(files.flatMap((file) => loading(file, host, frontends, link) ?? []))
    return index
  }
  const pagesOf = (file: string) => pages().byFile.get(file) ?? []
  const others = (file: string, list: (page: Loading) => readonly string[]) =>
    [...new Set(pagesOf(file).flatMap(list))].filter((each) => each !== file).sort(compareText)
  const definers = new Map<string, readonly string[]>()
  return {
    definers: (file) => remembered(definers, file, () => others(file, (page) => page.shared).filter((each) => isWritten(read(each) ?? ''))),
    mates: (file) => others(file, (page) => page.all),
    mapped: (specifier, from) => {
      const own = pagesOf(from)
      // What a page's script imports is part of the page too, by ways that are not looked up here.
      const found = (own.length > 0 ? own : pages().all).flatMap((page) => {
        const target = mapping(page.imports, specifier)
        return target === undefined ? [] : [{ specifier: target, page: page.file }]
      })
      return found.every((each) => each.specifier === found[0]!.specifier) ? found[0] : undefined
    },
  }
}

/** A page that neither loads a file nor maps a name stands alone. */
function loading(file: string, host: Host, frontends: readonly Frontend[], link: LinkFrom): Loading | undefined {
  const frontend = frontends.find((each) => each.handles(file))
  const text = frontend?.page ? (host.peek ?? host.read)(file) : undefined
  if (!text || !/<script\b[^>]*\bsrc\b|importmap/i.test(text)) return undefined
  const page = frontend?.page?.(file, text)
  if (!page || (page.loads.length === 0 && page.imports.size === 0)) return undefined
  const loads = page.loads.flatMap(({ specifier, shared }) => {
    const target = link(specifier, file)
    return target.to === 'file' ? [{ file: target.file, shared }] : []
  })
  return {
    ...page,
    file,
    shared: [file, ...loads.filter((each) => each.shared).map((each) => each.file)],
    all: [file, ...loads.map((each) => each.file)],
  }
}

/** By the rules of import maps: the name itself, or the longest that ends in a slash. */
function mapping(imports: ReadonlyMap<string, string>, specifier: string): string | undefined {
  const exact = imports.get(specifier)
  if (exact !== undefined) return exact
  const prefixes = [...imports.keys()].filter((each) => each.endsWith('/') && specifier.startsWith(each))
  const longest = prefixes.sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? undefined : imports.get(longest)! + specifier.slice(longest.length)
}
