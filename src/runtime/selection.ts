import { atLeast, type Strength, strengths } from '../claims.js'
import { nearest } from '../nearest.js'
import { type Finding, type Severity, severities } from '../report.js'
import type { Rule } from '../rule.js'

export interface RuleOptions {
  /** Severity of a rule, or `off`; others keep their own. */
  rules?: Readonly<Record<string, Severity | 'off'>>
  /** Findings that are less certain are left out; `likely` when left out. */
  minCertainty?: Strength
}

/** The rules that run. Throws a `TypeError` for a rule or a level that does not exist. */
export function selected(rules: readonly Rule[], { rules: levels = {} }: RuleOptions): Rule[] {
  const names = rules.map(({ name }) => name)
  for (const [name, level] of Object.entries(levels)) {
    const near = nearest(name, names)
    if (!names.includes(name))
      throw new TypeError(`rules: expected names of rules, got '${name}'${near ? `; the nearest is '${near}'` : ''}`)
    if (level !== 'off' && !severities.includes(level))
      throw new TypeError(`rules: expected 'off', ${severities.map((each) => `'${each}'`).join(', ')} for '${name}', got '${level}'`)
  }
  return rules.flatMap((rule) => {
    const level = levels[rule.name] ?? rule.severity
    return level === 'off' ? [] : [{ ...rule, severity: level }]
  })
}

/** Which findings are certain enough. Throws a `TypeError` for a certainty that does not exist. */
export function keeper({ minCertainty = 'likely' }: RuleOptions): (finding: Finding) => boolean {
  if (!strengths.includes(minCertainty))
    throw new TypeError(`minCertainty: expected ${strengths.map((each) => `'${each}'`).join(', ')}, got '${minCertainty}'`)
  return (finding) => atLeast(finding.certainty, minCertainty)
}
