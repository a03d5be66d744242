import type { ts } from 'ts-morph'
import type { Comment } from '../../graph/graph.js'
import { commentFrom, mayBeMeant } from '../comments.js'
import { tsc } from './parse.js'

/** The comments of a script that may be meant for the analysis. Only where the words occur is looked whether that is a comment. */
export function commentsIn(file: string, source: ts.SourceFile): Comment[] {
  const { text } = source
  if (!mayBeMeant(text)) return []
  const found: Comment[] = []
  let end = 0
  for (const { index } of text.matchAll(/ce-lint-|@kind\b/g)) {
    const range = index < end ? undefined : commentAt(source, index)
    const comment = range && commentFrom(text.slice(range.pos, range.end), { file, start: range.pos, end: range.end })
    if (comment) found.push(comment)
    end = range?.end ?? end
  }
  return found
}

/** The comment around an offset: what lies between the parts of the innermost node there is punctuation and comments. */
function commentAt(source: ts.SourceFile, offset: number): ts.TextRange | undefined {
  let gap: ts.TextRange = source
  for (let node: ts.Node | undefined = source; node; ) {
    gap = isWord(node) ? { pos: node.pos, end: node.getStart(source) } : node
    if (node.kind === tsc.SyntaxKind.JsxText) return undefined
    let inner: ts.Node | undefined
    tsc.forEachChild(node, (child) => {
      if (child.end <= offset) gap = { pos: Math.max(gap.pos, child.end), end: gap.end }
      else if (child.pos > offset) gap = { pos: gap.pos, end: Math.min(gap.end, child.pos) }
      else inner = child
      return inner
    })
    node = inner
  }
  return gap.pos <= offset && offset < gap.end ? commentWithin(source.text, gap, offset) : undefined
}

/** A token that is a node of its own: before it may stand comments, and none within. */
function isWord({ kind }: ts.Node): boolean {
  return kind <= tsc.SyntaxKind.LastToken
}

function commentWithin(text: string, { pos, end }: ts.TextRange, offset: number): ts.TextRange | undefined {
  const { ScriptTarget, LanguageVariant, SyntaxKind } = tsc
  const scanner = tsc.createScanner(ScriptTarget.Latest, false, LanguageVariant.Standard, text, undefined, pos, end - pos)
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (scanner.getTokenEnd() <= offset) continue
    const isComment = kind === SyntaxKind.SingleLineCommentTrivia || kind === SyntaxKind.MultiLineCommentTrivia
    return isComment ? { pos: scanner.getTokenStart(), end: scanner.getTokenEnd() } : undefined
  }
  return undefined
}
