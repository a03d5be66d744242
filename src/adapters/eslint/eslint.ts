/** As much of ESLint's interface as the plugin uses: its packages bring their own types, which differ between versions. */
export interface SourceCode {
  text: string
  getIndexFromLoc(loc: Position): number
}

/** Lines count from 1, columns from 0. */
export interface Position {
  line: number
  column: number
}

export interface Context {
  filename: string
  cwd: string
  sourceCode: SourceCode
  settings: Readonly<Record<string, unknown>>
  report(descriptor: Descriptor): void
}

export interface Fixer {
  replaceTextRange(range: [number, number], text: string): unknown
}

export interface Descriptor {
  loc: { start: Position; end: Position }
  message: string
  fix?: (fixer: Fixer) => unknown
  suggest?: { desc: string; fix: (fixer: Fixer) => unknown }[]
}

export interface RuleModule {
  meta: {
    type: 'problem'
    docs: { description: string; recommended: boolean; url: string }
    fixable: 'code'
    hasSuggestions: true
    schema: []
  }
  // biome-ignore lint/suspicious/noExplicitAny: what ESLint hands over has more than a plugin may count on in all versions
  create(context: any): { Program(): void }
}

export interface Plugin {
  meta: { name: string; version: string; namespace: string }
  rules: Record<string, RuleModule>
  configs: Record<'recommended' | 'all', Config>
}

export interface Config {
  name: string
  files: string[]
  plugins: Record<string, Plugin>
  rules: Record<string, 'error' | 'warn'>
}
