import { childOf, part, type Syntax } from './syntax.js'

export interface Parameter {
  syntax: Syntax
  /** A tuple's pattern in Python 2. */
  name: Syntax
  /** `*args` takes the positional arguments that are left, `**options` the keyword arguments. */
  kind: 'plain' | 'rest' | 'keywords'
  /** Only a keyword gives it a value. */
  keywordOnly: boolean
  fallback?: Syntax | undefined
  annotation?: Syntax | undefined
}

/** The parameters of a function or lambda, in order. */
export function parametersOf(fn: Syntax): Parameter[] {
  const found: Parameter[] = []
  let keywordOnly = false
  for (const syntax of part(fn, 'parameters')?.children ?? []) {
    if (syntax.type === 'keyword_separator') keywordOnly = true
    const name = nameOf(syntax)
    if (!name) continue
    const splat = syntax.type === 'typed_parameter' ? (syntax.children[0]?.type ?? '') : syntax.type
    const kind = splat === 'list_splat_pattern' ? 'rest' : splat === 'dictionary_splat_pattern' ? 'keywords' : 'plain'
    found.push({ syntax, name, kind, keywordOnly, fallback: part(syntax, 'value'), annotation: part(syntax, 'type') })
    if (kind === 'rest') keywordOnly = true
  }
  return found
}

function nameOf(syntax: Syntax): Syntax | undefined {
  if (syntax.type === 'identifier' || syntax.type === 'tuple_pattern') return syntax
  const named = part(syntax, 'name')
  if (named) return named.type === 'identifier' || named.type === 'tuple_pattern' ? named : undefined
  const [first] = syntax.children
  return first?.type === 'identifier' ? first : first && childOf(first, 'identifier')
}
