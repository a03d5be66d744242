import type { FileSettings, Level, ResolvedConfig } from '../config/config.js'
import { remembered } from '../remembered.js'
import { type Severity, severities } from '../report.js'
import type { Problem, Rule } from '../rule.js'

export type Levels = Pick<ResolvedConfig, 'rules' | 'only' | 'skip'>

/** A file's settings, and in the place of levels the rules that run at theirs. */
export interface FileJudging extends Omit<FileSettings, 'rules'> {
  rules: readonly Rule[]
}

/** Files that share their settings share one of these. What stands in no file is judged as a file without a name. */
export function judgingOf(rules: readonly Rule[], settingsOf: (file: string) => FileSettings): (file: string | undefined) => FileJudging {
  const made = new Map<FileSettings, FileJudging>()
  return (file = '') => {
    const settings = settingsOf(file)
    return remembered(made, settings, () => ({ ...settings, rules: activeRules(rules, settings) }))
  }
}

/** The rules that run, in their order, at the severity that the user gave them. */
export function activeRules(rules: readonly Rule[], levels: Levels): Rule[] {
  return rules.flatMap((rule) => {
    const severity = severityOf(rule, levels)
    if (!severity) return []
    const check: Rule['check'] = (use) => levelled(rule.check(use), rule, severity)
    return [{ ...rule, severity, check }]
  })
}

/** Named by `only`, a rule runs although its level is `off`: the command line is nearer than the config. */
export function severityOf(rule: Rule, { rules, only, skip }: Levels): Severity | undefined {
  if (skip.includes(rule.name) || (only.length > 0 && !only.includes(rule.name))) return undefined
  const level: Level = Object.hasOwn(rules, rule.name) ? rules[rule.name]! : rule.severity
  if (level !== 'off') return level
  return only.includes(rule.name) ? rule.severity : undefined
}

/** A harmless variant keeps its own, lower severity, unless the user lowered the rule below it. */
function levelled(problem: Problem | undefined, rule: Rule, severity: Severity): Problem | undefined {
  if (!problem?.severity || severity === rule.severity) return problem
  return { ...problem, severity: milder(problem.severity, severity) }
}

function milder(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) < severities.indexOf(b) ? a : b
}
