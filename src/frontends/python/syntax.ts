/** A piece of a Python file's syntax tree, by the names of tree-sitter's grammar. Tokens that carry no meaning are left out. */
export interface Syntax {
  type: string
  /** UTF-16 offsets into the file's text; end exclusive. */
  start: number
  end: number
  /** The name under which its parent knows it. */
  field: string | null
  children: readonly Syntax[]
  /** Of identifiers, literals and operators: as they are written, but for names that are private to a class. */
  text: string
}

/** The child under a name. */
export function part(node: Syntax, field: string): Syntax | undefined {
  return node.children.find((child) => child.field === field)
}

/** All children under a name. */
export function parts(node: Syntax, field: string): Syntax[] {
  return node.children.filter((child) => child.field === field)
}

export function childOf(node: Syntax, type: string): Syntax | undefined {
  return node.children.find((child) => child.type === type)
}

/** Without the parentheses around it. */
export function bare(node: Syntax): Syntax {
  let step = node
  while (step.type === 'parenthesized_expression' && step.children.length === 1) step = step.children[0]!
  return step
}

/** Items of `a, b` and `(a, b)` and `[a, b]`, as values or as targets. */
const sequences = new Set(['tuple', 'list', 'expression_list', 'pattern_list', 'tuple_pattern', 'list_pattern'])

export function isSequence({ type }: Syntax): boolean {
  return sequences.has(type)
}

export function isFunction({ type }: Syntax): boolean {
  return type === 'function_definition' || type === 'lambda'
}

const comprehensions = new Set(['list_comprehension', 'set_comprehension', 'dictionary_comprehension', 'generator_expression'])

export function isComprehension({ type }: Syntax): boolean {
  return comprehensions.has(type)
}

/** The function or class of a definition, without its decorators. */
export function definitionIn(node: Syntax): Syntax {
  return node.type === 'decorated_definition' ? part(node, 'definition')! : node
}

export function decoratorsOf(node: Syntax): Syntax[] {
  return node.type === 'decorated_definition' ? node.children.filter(({ type }) => type === 'decorator') : []
}

/** The text of a string that is written out whole; undefined for bytes and for one with values in it. */
export function stringValue(node: Syntax): string | undefined {
  if (node.type === 'concatenated_string') {
    const texts = node.children.map(stringValue)
    return texts.some((text) => text === undefined) ? undefined : texts.join('')
  }
  if (node.type !== 'string' || childOf(node, 'interpolation') || isBytes(node)) return undefined
  const raw = /^[a-z]*r/i.test(childOf(node, 'string_start')?.text ?? '')
  return node.children
    .filter(({ type }) => type === 'string_content')
    .map(({ text }) => (raw ? text : unescaped(text)))
    .join('')
}

export function isBytes(string: Syntax): boolean {
  return /^[a-z]*b/i.test(childOf(string, 'string_start')?.text ?? '')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"', '\n': '', '0': '\0' }

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([ntr\\'"\n0])/g, (_, each: string) => escapes[each]!) : text
}

/** The number of an integer or float; undefined for what JavaScript has no number for. */
export function numberValue({ type, text }: Syntax): number | undefined {
  if (type !== 'integer' && type !== 'float') return undefined
  const plain = text.replaceAll('_', '').replace(/[lL]$/, '')
  const value = Number(plain)
  return Number.isNaN(value) ? undefined : value
}
