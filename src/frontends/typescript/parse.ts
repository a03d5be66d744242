import * as nodeModule from 'node:module'
import type { ts } from 'ts-morph'
import { hasTypesInComments } from './jsdoc.js'

/** The compiler, once `loadCompiler` has run: every other file here uses it through this binding. */
export let tsc: typeof ts

/** Loads ts-morph's compiler on first need: it costs ten times the start of Node itself. */
export function loadCompiler(): typeof ts {
  if (!tsc) {
    const cache = nodeModule as { enableCompileCache?: () => unknown }
    cache.enableCompileCache?.()
    // `require`, because the ESM loader would first run its export lexer over nine megabytes.
    tsc = (nodeModule.createRequire(import.meta.url)('ts-morph') as { ts: typeof ts }).ts
  }
  return tsc
}

export interface Parsed {
  source: ts.SourceFile
  errors: { at: number; message: string }[]
}

export type Syntax = 'ts' | 'tsx' | 'jsx'

/** Parses one file, without parent pointers, types or symbols; documentation comments only in JavaScript that tells types in them. */
export function parse(file: string, text: string, syntax: Syntax): Parsed {
  const { ScriptTarget, JSDocParsingMode, flattenDiagnosticMessageText } = loadCompiler()
  const documented = /\.[mc]?jsx?$/i.test(file) && hasTypesInComments(text)
  const jsDocParsingMode = documented ? JSDocParsingMode.ParseAll : JSDocParsingMode.ParseNone
  const options = { languageVersion: ScriptTarget.Latest, jsDocParsingMode }
  // The compiler knows a shebang only where no byte order mark stands before it.
  const readable = text.startsWith('\uFEFF#!') ? text.replace('#!', '//') : text
  const source = tsc.createSourceFile(file, readable, options, false, scriptKind(syntax))
  const diagnostics = (source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics
  const errors = diagnostics.map(({ start = 0, messageText }) => ({ at: start, message: flattenDiagnosticMessageText(messageText, ' ') }))
  return { source, errors }
}

/** Plain JavaScript may hold JSX whatever its extension; in `.ts` it would clash with type assertions. */
export function syntaxOf(file: string): Syntax {
  if (/\.[mc]?js$|\.jsx$/i.test(file)) return 'jsx'
  return /\.tsx$/i.test(file) ? 'tsx' : 'ts'
}

function scriptKind(syntax: Syntax): ts.ScriptKind {
  const { JSX, TSX, TS } = tsc.ScriptKind
  return { jsx: JSX, tsx: TSX, ts: TS }[syntax]
}

/** Line and column of an offset, as errors have them. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lines = before.split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}
