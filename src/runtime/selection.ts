import { atLeast, type Strength } from '../claims.js'
import type { Finding, Severity } from '../report.js'
import type { Rule } from '../rule.js'

export interface RuleOptions {
  /** Severity of a rule, or `off`; others keep their own. */
  rules?: Readonly<Record<string, Severity | 'off'>>
  /** Findings that are less certain are left out; `likely` when left out. */
  minCertainty?: Strength
}

/** The rules that run. Throws a `TypeError` for a rule that does not exist. */
export function selected(rules: readonly Rule[], { rules: levels = {} }: RuleOptions): Rule[] {
  for (const name of Object.keys(levels))
    if (!rules.some((rule) => rule.name === name)) throw new TypeError(`rules: expected names of rules, got '${name}'`)
  return rules.flatMap((rule) => {
    const level = levels[rule.name] ?? rule.severity
    return level === 'off' ? [] : [{ ...rule, severity: level }]
  })
}

export function keeper({ minCertainty = 'likely' }: RuleOptions): (finding: Finding) => boolean {
  return (finding) => atLeast(finding.certainty, minCertainty)
}
