import type { Comment, Span } from '../graph/graph.js'

/** Cheaply, whether a text may hold a comment that is kept. */
export function mayBeMeant(text: string): boolean {
  return text.includes('ce-lint-') || text.includes('@kind')
}

/** A comment that may be meant for the analysis, out of its source; undefined for any other. */
export function commentFrom(written: string, span: Span): Comment | undefined {
  if (!mayBeMeant(written)) return undefined
  const text = written.replace(/^(?:\/\*+|\/\/+|#+|<!--)/, '').replace(/(?:\*+\/|-->)$/, '')
  const declares = tag.exec(text)?.[1]
  return { span, text, ...(declares !== undefined && { declares }) }
}

/** `@kind word` begins a line, as every tag does, or a comment behind another one. */
const tag = /(?:^|[\n#])[\s*]*@kind[ \t]+(\S+)/
