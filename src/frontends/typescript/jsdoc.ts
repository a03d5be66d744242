import type { ts } from 'ts-morph'
import { tsc } from './parse.js'
import { bare, isFunctionValue } from './syntax.js'

/** Whether a text may hold types in its comments: parsing these costs, and few files do. */
export function hasTypesInComments(text: string): boolean {
  return /@(?:param|type|typedef|returns?)\s*\{/.test(text)
}

/** Comments of a statement or property that speak of the function or variable in it. */
const inherited = new WeakMap<ts.Node, readonly ts.JSDoc[]>()

function docsOf(node: ts.Node): readonly ts.JSDoc[] {
  return (node as { jsDoc?: readonly ts.JSDoc[] }).jsDoc ?? inherited.get(node) ?? []
}

/** Hands the comment before `const f = …`, `f: …` or `this.f = …` on to what it speaks of. */
export function handDown(from: ts.Node, ...to: (ts.Node | undefined)[]): void {
  const docs = docsOf(from)
  if (docs.length === 0) return
  for (const node of to) {
    if (!node) continue
    inherited.set(node, docs)
    const value = tsc.isExpression(node) ? bare(node) : undefined
    if (value && isFunctionValue(value)) inherited.set(value, docs)
  }
}

function tagsOf(node: ts.Node): ts.JSDocTag[] {
  return docsOf(node).flatMap(({ tags }) => [...(tags ?? [])])
}

/** `@param {Net} net`; a parameter without a name of its own is told by its position. */
export function parameterComment(fn: ts.Node, { name }: ts.ParameterDeclaration, index: number): ts.TypeNode | undefined {
  const tags = tagsOf(fn).filter(tsc.isJSDocParameterTag)
  const named = tsc.isIdentifier(name) ? tags.find((tag) => tsc.isIdentifier(tag.name) && tag.name.text === name.text) : tags[index]
  return (named?.typeExpression as ts.JSDocTypeExpression | undefined)?.type
}

export function returnComment(fn: ts.Node): ts.TypeNode | undefined {
  return tagsOf(fn).find(tsc.isJSDocReturnTag)?.typeExpression?.type
}

export function typeComment(node: ts.Node): ts.TypeNode | undefined {
  return tagsOf(node).find(tsc.isJSDocTypeTag)?.typeExpression.type
}

/** `@typedef`s in the comments of a file's statements, and after the last. */
export function typedefsIn(source: ts.SourceFile): ts.JSDocTypedefTag[] {
  return [...source.statements, source.endOfFileToken].flatMap((node) => tagsOf(node).filter(tsc.isJSDocTypedefTag))
}
