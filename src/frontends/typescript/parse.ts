import * as nodeModule from 'node:module'
import type { ts } from 'ts-morph'

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
  errors: { line: number; column: number; message: string }[]
}

/** Parses one file, without parent pointers, documentation comments, types or symbols. */
export function parse(file: string, text: string): Parsed {
  const { ScriptTarget, JSDocParsingMode, flattenDiagnosticMessageText } = loadCompiler()
  const options = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone }
  // The compiler knows a shebang only where no byte order mark stands before it.
  const readable = text.startsWith('\uFEFF#!') ? text.replace('#!', '//') : text
  const source = tsc.createSourceFile(file, readable, options, false, scriptKind(file))
  const diagnostics = (source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics
  const errors = diagnostics.map((diagnostic) => {
    const { line, character } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
    return { line: line + 1, column: character + 1, message: flattenDiagnosticMessageText(diagnostic.messageText, ' ') }
  })
  return { source, errors }
}

/** Plain JavaScript may hold JSX whatever its extension; in `.ts` it would clash with type assertions. */
function scriptKind(file: string): ts.ScriptKind {
  if (/\.[mc]?js$|\.jsx$/i.test(file)) return tsc.ScriptKind.JSX
  return /\.tsx$/i.test(file) ? tsc.ScriptKind.TSX : tsc.ScriptKind.TS
}
