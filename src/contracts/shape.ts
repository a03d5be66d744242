import { nearest } from '../nearest.js'

/** What is wrong with a written value: where, as a key path such as `contracts[0].takes[1].role`, and what was expected. */
export interface Problem {
  path: string
  message: string
}

export type Validity = readonly Problem[]

/** Judges a value that was found at a key path; nothing comes back when it is as expected. */
export type Check = (found: unknown, path: string) => Validity

/** An object of known keys only; `required` ones must be there. An unknown key is named together with the nearest known one. */
export function object(fields: Readonly<Record<string, Check>>, required: readonly string[]): Check {
  return (found, path) => {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return expected('an object', found, path)
    const problems: Problem[] = []
    for (const [key, value] of Object.entries(found)) {
      const check = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (check) {
        if (value !== undefined) problems.push(...check(value, `${path}.${key}`))
      } else problems.push({ path: `${path}.${key}`, message: `there is no such key${suggestion(key, Object.keys(fields))}` })
    }
    for (const key of required)
      if ((found as Record<string, unknown>)[key] === undefined) problems.push({ path: `${path}.${key}`, message: 'this key is required' })
    return problems
  }
}

export function list(item: Check): Check {
  return (found, path) =>
    Array.isArray(found) ? found.flatMap((each, index) => item(each, `${path}[${index}]`)) : expected('a list', found, path)
}

/** One of some words; the nearest is named for one that is none of them. */
export function oneOf(words: readonly string[]): Check {
  return (found, path) => {
    if (typeof found === 'string' && words.includes(found)) return []
    const near = typeof found === 'string' ? suggestion(found, words) : ''
    return [{ path, message: `expected ${words.map((each) => `\`${each}\``).join(', ')}, found ${show(found)}${near}` }]
  }
}

/** Whatever a test accepts; `what` says it in words. */
export function choice(what: string, accepts: (found: unknown) => boolean): Check {
  return (found, path) => (accepts(found) ? [] : expected(what, found, path))
}

export const word = choice('a non-empty string', (found) => typeof found === 'string' && found !== '')
export const truth = choice('true or false', (found) => typeof found === 'boolean')
export const numbers = (count: number): Check =>
  choice(`${count} numbers`, (found) => Array.isArray(found) && found.length === count && found.every((each) => typeof each === 'number'))

function expected(what: string, found: unknown, path: string): Validity {
  return [{ path, message: `expected ${what}, found ${show(found)}` }]
}

function suggestion(text: string, words: readonly string[]): string {
  const near = nearest(text, words)
  return near ? `; the nearest is \`${near}\`` : ''
}

function show(found: unknown): string {
  if (typeof found === 'function') return 'a function'
  const text = JSON.stringify(found) ?? String(found)
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``
}
