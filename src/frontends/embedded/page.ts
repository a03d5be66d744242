import type { Syntax } from '../typescript/parse.js'

/** A stretch of a text; end exclusive. */
export interface Range {
  start: number
  end: number
}

/** Scripts of a page that are lowered as one program. */
export interface Part {
  /** Each may consist of several ranges, as in a quotation. In order, without overlap. */
  scripts: readonly (readonly Range[])[]
  syntax: Syntax
  /** What it declares at its top is seen by all of the page. */
  shared: boolean
  /** It is a component's: who uses that may give what it exports another value. */
  props?: boolean
}

/** What a file with scripts in it holds. */
export interface Page {
  parts: readonly Part[]
  /** Pieces of Python, which are one program; each as the ranges of its lines. */
  python?: readonly (readonly Range[])[]
  /** Files that run as parts of the page, in order; `shared` ones see each other's variables. */
  loads: readonly Loaded[]
  /** What bare specifiers stand for, by the page's import map. */
  imports: ReadonlyMap<string, string>
  /** The file whose exports are those of this one: `src` of a component's script. */
  source?: { specifier: string; at: Range }
  /** Comments around the scripts that may be meant for the analysis. */
  comments: readonly Range[]
  /** What cannot be read, and why. */
  unread: readonly { at: number; message: string }[]
}

export interface Loaded {
  specifier: string
  shared: boolean
}

export const emptyPage: Page = { parts: [], loads: [], imports: new Map(), comments: [], unread: [] }

/** The syntax of a `lang`, a media type's name or a code block's; undefined for what is not read. */
export function syntaxNamed(name: string): Syntax | undefined {
  const key = name.toLowerCase()
  return Object.hasOwn(syntaxes, key) ? syntaxes[key] : undefined
}

/** Plain JavaScript may hold JSX under any name. */
const syntaxes: Readonly<Record<string, Syntax>> = {
  js: 'jsx',
  javascript: 'jsx',
  ecmascript: 'jsx',
  jscript: 'jsx',
  mjs: 'jsx',
  cjs: 'jsx',
  jsx: 'jsx',
  babel: 'jsx',
  ts: 'ts',
  typescript: 'ts',
  mts: 'ts',
  cts: 'ts',
  tsx: 'tsx',
}
