import { Parser } from 'htmlparser2'
import { mayBeMeant } from '../comments.js'
import type { Range } from './page.js'

export interface ScriptTag {
  attributes: Readonly<Record<string, string>>
  /** What stands between its tags. */
  content: Range
}

/** Elements whose scripts do not run. */
const inert = new Set(['template', 'noscript'])

/**
 * The script tags of a text, in order. Those in comments, styles and strings are none, nor are those that do not run.
 * `selfClosing`: `<title />` is an element without content, as in components, and not a start tag, as in HTML.
 */
export function scriptTags(text: string, selfClosing: boolean): ScriptTag[] {
  const tags: ScriptTag[] = []
  let depth = 0
  let open: { attributes: ScriptTag['attributes']; start: number } | undefined
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (inert.has(name)) depth++
        if (name === 'script') open = { attributes, start: parser.endIndex + 1 }
      },
      onclosetag(name, implied) {
        if (inert.has(name)) depth--
        if (name !== 'script' || !open) return
        const { attributes, start } = open
        open = undefined
        // One that is never closed reaches to the end.
        const end = implied ? text.length : parser.startIndex
        if (depth === 0) tags.push({ attributes, content: { start, end: Math.max(start, end) } })
      },
    },
    { recognizeSelfClosing: selfClosing },
  )
  parser.end(text)
  return tags
}

/** Comments of HTML that may be meant for the analysis; what looks like one in a script or a style is none. */
export function htmlComments(text: string): Range[] {
  if (!mayBeMeant(text)) return []
  const comments: Range[] = []
  const parser = new Parser({ oncomment: () => void comments.push({ start: parser.startIndex, end: parser.endIndex + 1 }) })
  parser.end(text)
  return comments
}
