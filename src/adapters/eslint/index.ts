import { rules } from '../../../rules/index.js'
import type { Finding, Fix } from '../../report.js'
import type { Rule } from '../../rule.js'
import { version } from '../../version.js'
import { findingsOf } from './analyse.js'
import type { Config, Context, Fixer, Plugin, Position, RuleModule, SourceCode } from './eslint.js'

export type { Settings } from './analyse.js'
export type { Config, Plugin, RuleModule } from './eslint.js'

const namespace = 'ce-lint'

/**
 * Plugin for ESLint's flat configuration: `export default [ceLint.configs.recommended]`. It sees one file at a time, so what
 * comes from another file is not understood here; `ce-lint` follows it.
 */
const plugin: Plugin = {
  meta: { name: namespace, version, namespace },
  rules: Object.fromEntries(rules.map((rule) => [rule.name, ruleModule(rule)])),
  configs: {} as Plugin['configs'],
}
// A flat config holds the plugin itself.
plugin.configs.recommended = config('recommended', rules.filter(isRecommended))
plugin.configs.all = config('all', rules)

export default plugin

/** What is no more than a remark is left to those who ask for it: ESLint has no level for it. */
function isRecommended({ severity }: Rule): boolean {
  return severity !== 'info'
}

function config(name: string, chosen: readonly Rule[]): Config {
  return {
    name: `${namespace}/${name}`,
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(chosen.map((rule) => [`${namespace}/${rule.name}`, rule.severity === 'error' ? 'error' : 'warn'])),
  }
}

function ruleModule(rule: Rule): RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.summary, recommended: isRecommended(rule), url: pageOf(rule) },
      fixable: 'code',
      hasSuggestions: true,
      schema: [],
    },
    create: (context: Context) => ({
      Program() {
        for (const finding of findingsOf(context)) if (finding.rule === rule.name && !isRemark(finding, rule)) report(finding, context)
      },
    }),
  }
}

/** The page is in the package; a file's address is where everybody has it. */
function pageOf({ name }: Rule): string {
  return new URL(`../rules/${name}.md`, import.meta.url).href
}

/** A harmless variant of a fault is not to be reported as loudly as the fault, which ESLint would do. */
function isRemark({ severity }: Finding, rule: Rule): boolean {
  return severity === 'info' && rule.severity !== 'info'
}

function report({ at, message, fixes }: Finding, context: Context): void {
  if (!at) return
  const { sourceCode } = context
  const fix = fixes.find(({ safe }) => safe)
  const suggested = fixes.filter(({ safe }) => !safe)
  context.report({
    loc: { start: position(at.line, at.column), end: position(at.endLine, at.endColumn) },
    message: `${message.what} ${message.todo}`,
    ...(fix && { fix: applying(fix, sourceCode) }),
    ...(suggested.length > 0 && { suggest: suggested.map((each) => ({ desc: each.title, fix: applying(each, sourceCode) })) }),
  })
}

function applying({ edits }: Fix, sourceCode: SourceCode) {
  return (fixer: Fixer) =>
    edits.map(({ at, text }) => {
      const start = sourceCode.getIndexFromLoc(position(at.line, at.column))
      return fixer.replaceTextRange([start, sourceCode.getIndexFromLoc(position(at.endLine, at.endColumn))], text)
    })
}

function position(line: number, column: number): Position {
  return { line, column: column - 1 }
}
