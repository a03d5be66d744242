import { rules } from '../../rules/index.js'
import { isLoss } from '../contracts/contract.js'
import { frameworks } from '../contracts/index.js'
import type { KnownNames } from './validate.js'

/** All names that a config may use, of rules and of libraries. */
export function knownNames(): KnownNames {
  const judged = frameworks.filter((framework) => framework.entries.some((entry) => isLoss(entry) && !entry.formula))
  const names = judged.flatMap((framework) => [framework.package, framework.shorthand])
  return { rules: rules.map((rule) => rule.name), frameworks: [...new Set(names)] }
}
