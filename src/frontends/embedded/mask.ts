import type { Range } from './page.js'

/**
 * The text with everything but some scripts blanked, line breaks kept: a place in it is the same place in the original, so
 * that no table has to lead back. Scripts, and the ranges of each, are in order and do not overlap.
 */
export function mask(text: string, scripts: readonly (readonly Range[])[]): string {
  const pieces: string[] = []
  let at = 0
  for (const script of scripts) {
    if (at > 0) at = separate(text, at, script[0]?.start ?? at, pieces)
    for (const { start, end } of script) {
      pieces.push(blank(text.slice(at, start)), text.slice(start, end))
      at = end
    }
  }
  return pieces.join('')
}

/** Ends a script where the next one stands in the same line: its last comment and its last statement. */
function separate(text: string, at: number, next: number, pieces: string[]): number {
  if (next - at < separator.length || /[\r\n]/.test(text.slice(at, next))) return at
  pieces.push(separator)
  return at + separator.length
}

const separator = '\n;'

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]+/g, (line) => ' '.repeat(line.length))
}
