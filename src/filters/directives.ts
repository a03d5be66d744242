import { nearest } from '../nearest.js'
import type { Place } from '../place.js'

/** A comment as it stands in the source, without the signs that make it one. */
export interface SourceComment {
  at: Place
  text: string
}

export const actions = ['ce-lint-disable-next-line', 'ce-lint-disable-line', 'ce-lint-disable', 'ce-lint-enable'] as const
export type Action = (typeof actions)[number]

/** A comment that switches rules off, or on again. */
export interface Directive {
  action: Action
  /** Of `ce-lint-enable`: none, which means all. */
  rules: readonly string[]
  reason?: string
  at: Place
}

/** A comment that is meant as one, and is none. */
export interface Misspelt {
  written: string
  nearest: Action
  at: Place
}

/** What a comment asks for; undefined for one that only speaks of ce-lint. */
export function directiveIn({ at, text }: SourceComment): Directive | Misspelt | undefined {
  const found = /(?:^[\s*]*|\s(?:#|\/\/)\s*)(ce-lint-[\w-]*)(?=\s|$)([\s\S]*)/.exec(text)
  if (!found) return undefined
  const [, written = '', rest = ''] = found
  const action = actions.find((each) => each === written)
  if (!action) return misspelt(written, at)
  const [own = ''] = rest.split(/\s(?:#|\/\/)\s/)
  const [names = '', ...more] = own.split(/(?:^|\s)-{2,}(?:\s|$)/)
  const rules = names.split(/[\s,*]+/).filter((each) => each !== '')
  const reason = more
    .join(' -- ')
    .replace(/\s*\n[\s*]*/g, ' ')
    .trim()
  return { action, rules: [...new Set(rules)], at, ...(reason !== '' && { reason }) }
}

function misspelt(written: string, at: Place): Misspelt | undefined {
  const near = nearest(written, actions)
  return near === undefined ? undefined : { written, nearest: near as Action, at }
}
