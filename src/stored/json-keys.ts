/** The first key that an object at the top of a JSON text has twice: parsers keep the last value and say nothing. */
export function duplicateKey(text: string): string | undefined {
  const seen = new Set<string>()
  let depth = 0
  for (const [token, , colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    else if (depth === 1 && colon !== undefined) {
      const key = nameOf(token.slice(0, -colon.length))
      if (seen.has(key)) return key
      seen.add(key)
    }
  }
  return undefined
}

/** Two spellings of one name are one name. */
function nameOf(literal: string): string {
  try {
    return JSON.parse(literal)
  } catch {
    return literal
  }
}
