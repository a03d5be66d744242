import { strengths } from '../claims.js'
import { type Check, list, object, oneOf, truth, type Validity, word } from '../contracts/shape.js'
import { readContracts } from '../contracts/user.js'
import { type Config, type Judging, levels, type Override } from './config.js'

/** Names that a config may use. */
export interface KnownNames {
  rules: readonly string[]
  /** Package names and shorthands. */
  frameworks: readonly string[]
}

/** What is wrong with a config: key path, what was expected, and the nearest name where one is near. Empty when all is well. */
export function validateConfig(config: unknown, { rules, frameworks }: KnownNames): Validity {
  const judging = {
    rules: object(Object.fromEntries(rules.map((name) => [name, oneOf(levels)])), []),
    minCertainty: oneOf(strengths),
    frameworks: list(oneOf(frameworks)),
    requireReason: truth,
  } satisfies Record<keyof Judging, Check>
  const override = { files: list(word), ...judging } satisfies Record<keyof Override, Check>
  const keys = {
    $schema: word,
    files: list(word),
    ignores: list(word),
    contracts: (found) => readContracts(found).problems,
    overrides: list(object(override, ['files'])),
    ...judging,
  } satisfies Record<keyof Config, Check>
  return object(keys, [])(config, '').map(({ path, message }) => ({ path: path.replace(/^\./, ''), message }))
}
