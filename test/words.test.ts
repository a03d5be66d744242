import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { language as python } from '../src/frontends/python/language.js'
import { language as javascript } from '../src/frontends/typescript/language.js'
import type { Language } from '../src/graph/language.js'

const root = join(import.meta.dirname, '..')
const tablesOf = ({ overridden: _, extending: __, ...tables }: Language) => Object.entries(tables)
const words = new Set([python, javascript].flatMap((language) => tablesOf(language).flatMap(([, table]) => Object.keys(table))))

/** Words of a language in source: texts, or names of a table's entries, that are none of the project's own types. */
function wordsIn(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = []
  const note = (node: ts.Node, word: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${source.fileName.slice(root.length + 1)}:${line + 1}: ${word}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && words.has(node.text) && !isOwn(checker, node)) note(node, node.text)
    if (ts.isPropertyAssignment(node) && words.has(node.name.getText()) && isInTable(checker, node.parent)) note(node, node.name.getText())
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Whether the type where a text stands, or is compared, names it: then it is a word of the project's own. */
function isOwn(checker: ts.TypeChecker, node: ts.StringLiteralLike): boolean {
  const { parent } = node
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent)) return true
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  if (ts.isCaseClause(parent)) return names(checker.getTypeAtLocation(parent.parent.parent.expression), node.text)
  if (!ts.isBinaryExpression(parent)) return names(checker.getContextualType(node), node.text)
  if (parent.operatorToken.kind === ts.SyntaxKind.InKeyword) return checker.getTypeAtLocation(parent.right).isUnion()
  return names(checker.getTypeAtLocation(parent.left === node ? parent.right : parent.left), node.text)
}

function names(type: ts.Type | undefined, text: string): boolean {
  const parts = type?.isUnion() ? type.types : type ? [type] : []
  return parts.some((part) => part.isStringLiteral() && part.value === text)
}

/** Whether an object is looked into by text: any key may stand in it. */
function isInTable(checker: ts.TypeChecker, object: ts.ObjectLiteralExpression): boolean {
  const type = checker.getContextualType(object)
  return type ? checker.getIndexInfosOfType(type).length > 0 : ts.isElementAccessExpression(object.parent)
}

describe('the words of languages', () => {
  it('mean one thing each', () => {
    for (const [name, table] of tablesOf(python)) {
      const other = new Map(Object.entries(Object.fromEntries(tablesOf(javascript))[name] ?? {}))
      for (const [word, does] of Object.entries(table)) expect([word, other.get(word) ?? does]).toEqual([word, does])
    }
  })

  it('stand in no part of inference, of the graph or of the rules', { timeout: 120_000 }, () => {
    const files = ['src/infer', 'src/graph', 'rules'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(root, folder, name)),
    )
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root)
    const program = ts.createProgram(files, { ...options, noEmit: true, types: [], skipLibCheck: true })
    const checker = program.getTypeChecker()
    expect(words.size).toBeGreaterThan(100)
    expect(files.flatMap((file) => wordsIn(program.getSourceFile(file)!, checker))).toEqual([])
  })
})
