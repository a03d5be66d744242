import type { GraphBuilder } from '../graph/builder.js'
import type { Link, Module } from '../graph/graph.js'
import type { Language } from '../graph/language.js'

/** What the static pass reads through: disk in the CLI, memory in tests. Paths are POSIX, relative to the working directory. */
export interface Host {
  /** Undefined when the file does not exist or is not text. */
  read(path: string): string | undefined
  /** The same for a file that is looked at once: its text need not be kept. */
  peek?(path: string): string | undefined
  isFile(path: string): boolean
  /** The one name of a file, where a path leads out of the working directory and in again. */
  nameOf?(path: string): string
}

/** One language: knows its syntax, scopes and imports, and no loss and no kind. */
export interface Frontend {
  /** The words of the language, unless another front-end for it supplies them. */
  language?: Language
  handles(file: string): boolean
  /** Lowers one file. Throws `SyntaxProblem` only when nothing at all can be made of it. */
  lower(file: string, text: string, builder: GraphBuilder): Module
  /** Where a specifier leads, by the language's own rules. Never touches installed packages. */
  link(specifier: string, from: string, host: Host): Link
  /** The specifier of a module that is a part of another, in languages whose modules have parts. */
  inner?(specifier: string, name: string): string | undefined
  /** The one version of a package that the project of a file asks for, in languages that have a way to say so. */
  pinned?(name: string, from: string, host: Host): string | undefined
  /** The text that places are counted in, where that is not the file's own. */
  view?(text: string): View
  /** What a page loads, and what names mean in it; undefined for a file that is no page. */
  page?(file: string, text: string): Page | undefined
}

/** A file's code, taken out of what it is wrapped in. */
export interface View {
  text: string
  /** Where a line of the text is in the file, for people. */
  locate(line: number): { line: number; cell?: number }
}

/** A file that runs others as its parts. */
export interface Page {
  /** Specifiers, in order; `shared` ones see each other's variables. */
  loads: readonly { specifier: string; shared: boolean }[]
  /** What bare specifiers stand for in all that it runs. */
  imports: ReadonlyMap<string, string>
}

/** The module of a file that nothing could be made of. */
export function unreadModule(file: string, reason: string): Module {
  return { ...emptyModule(file), unread: reason }
}

/** The module of a file that has nothing in it. */
export function emptyModule(file: string): Module {
  return {
    file,
    exports: new Map(),
    types: new Map(),
    classes: [],
    globals: new Map(),
    touched: new Set(),
    stars: [],
    calls: [],
    arithmetic: [],
    imports: [],
    comments: [],
    declarations: [],
    errors: [],
  }
}
