import { type Strength, strengths } from '../claims.js'
import { type Level, levels } from './config.js'
import { Misuse } from './misuse.js'
import { unknownName } from './unknown-name.js'

/** Settings of the command line, unchecked; they win over a config file's. */
export interface CommandLine {
  /** `name:level` each. */
  rule?: readonly string[]
  only?: readonly string[]
  skip?: readonly string[]
  minCertainty?: string
  /** ESLint's words: off, warn or error. */
  reportUnusedDisableDirectivesSeverity?: string
  inlineConfig?: boolean
}

/** The same, checked. */
export interface Wishes {
  rules: Readonly<Record<string, Level>>
  only: readonly string[]
  skip: readonly string[]
  minCertainty: Strength | undefined
}

/** Throws `Misuse` that names the option, and the nearest name where one is near. */
export function readCommandLine(given: CommandLine, ruleNames: readonly string[]): Wishes {
  return {
    rules: {
      ...unusedLevel(given.reportUnusedDisableDirectivesSeverity),
      ...Object.fromEntries((given.rule ?? []).map((text) => ruleLevel(text, ruleNames))),
    },
    only: (given.only ?? []).map((name) => ruleName(name, '--only', ruleNames)),
    skip: (given.skip ?? []).map((name) => ruleName(name, '--skip', ruleNames)),
    minCertainty: strength(given.minCertainty),
  }
}

function ruleLevel(text: string, ruleNames: readonly string[]): [string, Level] {
  const colon = text.lastIndexOf(':')
  if (colon < 0) throw new Misuse(`--rule takes a name and a level, such as ${text}:warning`)
  const level = text.slice(colon + 1)
  if (!isLevel(level)) throw new Misuse(`--rule ${text}: ${unknownName(level, 'level', levels)} (levels: ${levels.join(', ')})`)
  return [ruleName(text.slice(0, colon), '--rule', ruleNames), level]
}

const unusedLevels = { off: 'off', warn: 'warning', error: 'error' } as const satisfies Record<string, Level>

function unusedLevel(name: string | undefined): Record<string, Level> {
  if (name === undefined) return {}
  const names = Object.keys(unusedLevels)
  const found = names.find((each) => each === name) as keyof typeof unusedLevels | undefined
  if (!found) throw new Misuse(`--report-unused-disable-directives-severity: ${unknownName(name, 'severity', names)} (${names.join(', ')})`)
  return { 'unused-disable': unusedLevels[found] }
}

function ruleName(name: string, option: string, ruleNames: readonly string[]): string {
  if (ruleNames.includes(name)) return name
  throw new Misuse(`${option}: ${unknownName(name, 'rule', ruleNames)}. "ce-lint rules" lists all`)
}

function isLevel(text: string): text is Level {
  return (levels as readonly string[]).includes(text)
}

function strength(text: string | undefined): Strength | undefined {
  if (text === undefined) return undefined
  const found = strengths.find((each) => each === text)
  if (!found) throw new Misuse(`--min-certainty: ${unknownName(text, 'certainty', strengths)} (${strengths.join(', ')})`)
  return found
}
