import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Language, Parser, TreeCursor } from 'web-tree-sitter'
import { misplaced } from './indentation.js'
import { recover, unreadable } from './recover.js'
import type { Syntax } from './syntax.js'

let parser: Parser | undefined

/** Loads the parser on first need: nothing can be parsed before. */
export async function loadParser(): Promise<void> {
  if (parser) return
  const { Parser: Class, Language: Languages } = await import('web-tree-sitter')
  await Class.init({ locateFile: (name: string) => pathOf(name, `web-tree-sitter/${name}`) })
  const language: Language = await Languages.load(pathOf('tree-sitter-python.wasm', 'tree-sitter-python/tree-sitter-python.wasm'))
  parser = new Class().setLanguage(language)
}

/** A file beside the bundle that this is a part of, which may be a chunk of it, or in its package where this runs from source. */
function pathOf(name: string, inPackage: string): string {
  for (const beside of [new URL(name, import.meta.url), new URL(`../${name}`, import.meta.url)])
    if (existsSync(beside)) return fileURLToPath(beside)
  try {
    return createRequire(import.meta.url).resolve(inPackage)
  } catch {
    throw new Error(`${name} is missing from the installation: install ce-lint anew`)
  }
}

export interface Parsed {
  root: Syntax
  errors: { at: number; message: string }[]
}

export const notLoaded = 'the parser for Python is not loaded'

export function isLoaded(): boolean {
  return parser !== undefined
}

/** Parses one file. What does not parse is an `ERROR` within its statement. `seams`: offsets that no statement reaches over. */
export function parse(text: string, seams: readonly number[] = []): Parsed {
  const whole = parseOnce(text)
  if (whole.errors.length === 0) {
    const odd = misplaced(whole.root, text, seams.length > 0)
    return odd ? { ...whole, errors: [odd] } : whole
  }
  const { text: recovered, faults } = recover(text, seams)
  if (faults.length === 0) return whole
  const { root, errors } = parseOnce(recovered)
  const others = errors.filter(({ message }) => !message.includes(unreadable))
  return { root, errors: [...faults, ...others].sort((a, b) => a.at - b.at) }
}

function parseOnce(text: string): Parsed {
  if (!parser) throw new Error(notLoaded)
  const tree = parser.parse(text)
  if (!tree) throw new Error('the parser gave up')
  const cursor = tree.walk()
  try {
    const errors: Parsed['errors'] = []
    return { root: copy(cursor, text, errors), errors }
  } finally {
    cursor.delete()
    tree.delete()
  }
}

/** Unnamed tokens that tell something: operators have a name in their parent, colons tell the parts of a slice apart. */
function tells(type: string, field: string | null, parent: Syntax | undefined): boolean {
  return field !== null || type === 'async' || (telling[type]?.includes(parent?.type ?? '') ?? false)
}

const telling: Readonly<Record<string, readonly string[] | undefined>> = {
  ':': ['slice'],
  from: ['yield'],
  '-': ['case_pattern', 'union_pattern'],
}

/** The tree as plain objects, in one pass: each look at it from outside would cross into the parser's memory. */
function copy(cursor: TreeCursor, text: string, errors: Parsed['errors']): Syntax {
  const made: { node: Syntax; children: Syntax[] }[] = []
  let root: Syntax | undefined
  for (;;) {
    const { nodeType: type, nodeIsNamed: named, startIndex: start, endIndex: end, currentFieldName: field } = cursor
    if (type === 'ERROR' || cursor.nodeIsMissing) errors.push({ at: start, message: messageFor(cursor, text.slice(start, end)) })
    const children: Syntax[] = []
    const node: Syntax = { type, start, end, field, children, text: '' }
    const parent = made.at(-1)
    const kept = named ? type !== 'comment' && type !== 'line_continuation' : tells(type, field, parent?.node)
    if (kept) parent?.children.push(node)
    root ??= node
    if (cursor.gotoFirstChild()) {
      made.push({ node, children })
      continue
    }
    node.text = named && type === 'identifier' ? inClass(text.slice(start, end), made) : text.slice(start, end)
    while (!cursor.gotoNextSibling()) {
      const done = made.pop()
      if (!done) return root
      if (done.children.length === 0 || done.node.type === 'string_content') done.node.text = text.slice(done.node.start, done.node.end)
      if (!cursor.gotoParent()) return root
    }
  }
}

/** A name as Python has it in a class's body: one that begins with two underscores, and does not end with them, is of that class alone. */
function inClass(name: string, around: readonly { node: Syntax }[]): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name
  const body = around.findLastIndex(({ node }, index) => node.type === 'block' && around[index - 1]?.node.type === 'class_definition')
  const owner = around[body - 1]?.node.children.find(({ field }) => field === 'name')?.text.replace(/^_+/, '')
  return owner ? `_${owner}${name}` : name
}

function messageFor(cursor: TreeCursor, text: string): string {
  if (cursor.nodeIsMissing) return `${cursor.nodeType} expected`
  const [line = ''] = text.split('\n')
  return `\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\` is no Python here`
}
