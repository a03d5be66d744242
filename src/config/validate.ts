import { strengths } from '../claims.js'
import { nearest } from '../nearest.js'
import { type Config, levels } from './config.js'

/** Names that a config may use. */
export interface KnownNames {
  rules: readonly string[]
  /** Package names and shorthands. */
  frameworks: readonly string[]
}

type Check = (value: unknown, path: string, known: KnownNames) => string[]

/** What is wrong with a config: key path, what was expected, and the nearest name where one is near. Empty when all is well. */
export function validateConfig(config: unknown, known: KnownNames): string[] {
  if (!isRecord(config)) return [`expected an object of settings, got ${show(config)}`]
  return Object.entries(config).flatMap(([key, value]) => {
    if (!Object.hasOwn(checks, key)) return [unknownName(key, 'setting', Object.keys(checks))]
    return value === undefined ? [] : checks[key as keyof Config](value, key, known)
  })
}

const checks: Record<keyof Config, Check> = {
  $schema: (value, path) => (typeof value === 'string' ? [] : expected(path, 'a string', value)),
  files: strings,
  ignores: strings,
  rules: (value, path, { rules }) => {
    if (!isRecord(value)) return expected(path, 'an object of levels by rule name', value)
    return Object.entries(value).flatMap(([name, level]) => [
      ...(rules.includes(name) ? [] : [`${path}: ${unknownName(name, 'rule', rules)}`]),
      ...oneOf(level, `${path}.${name}`, levels),
    ])
  },
  contracts: (value, path) => (Array.isArray(value) ? [] : expected(path, 'a list of contracts', value)),
  minCertainty: (value, path) => oneOf(value, path, strengths),
  frameworks: (value, path, { frameworks }) => {
    if (!Array.isArray(value)) return strings(value, path)
    return value.flatMap((name, index) => oneOf(name, `${path}[${index}]`, frameworks))
  },
}

function strings(value: unknown, path: string): string[] {
  if (!Array.isArray(value)) return expected(path, 'a list of strings', value)
  return value.flatMap((each, index) => (typeof each === 'string' ? [] : expected(`${path}[${index}]`, 'a string', each)))
}

function oneOf(value: unknown, path: string, allowed: readonly string[]): string[] {
  if (typeof value === 'string' && allowed.includes(value)) return []
  const near = typeof value === 'string' ? nearest(value, allowed) : undefined
  const list = allowed.map((each) => JSON.stringify(each)).join(', ')
  return [`${path}: expected one of ${list}, got ${show(value)}${near ? `; the nearest is ${JSON.stringify(near)}` : ''}`]
}

/** `no rule "x"; the nearest is "y"`: the same words for the config and for the command line. */
export function unknownName(name: string, noun: string, names: readonly string[]): string {
  const near = nearest(name, names)
  return `no ${noun} is named ${JSON.stringify(name)}${near ? `; the nearest is ${JSON.stringify(near)}` : ''}`
}

function expected(path: string, what: string, value: unknown): string[] {
  return [`${path}: expected ${what}, got ${show(value)}`]
}

function show(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
