import { attempt, choose } from '../flow/branches.js'
import { conditionsOf } from '../flow/conditions.js'
import { deepest, literal, operator, unknown } from '../flow/flow.js'
import { returnValue } from '../flow/functions.js'
import { branch, join, jumpTo } from '../flow/joins.js'
import { store } from '../flow/paths.js'
import { lowerAssignment, lowerAugmented, storeTo } from './assignments.js'
import { declareClass } from './classes.js'
import { lower } from './expressions.js'
import { declareFunction } from './functions.js'
import { lowerImport, lowerImportFrom } from './imports.js'
import { lowerFor, lowerWhile } from './loops.js'
import type { Lowering } from './lowering.js'
import { lowerMatch } from './match.js'
import { itemPath, reference } from './references.js'
import { childOf, isSequence, part, parts, type Syntax, stringValue } from './syntax.js'

/** Lowers the statements of a block, or of a module, in order. */
export function lowerBlock(m: Lowering, block: Syntax | undefined): void {
  for (const each of block?.children ?? []) lowerStatement(m, each)
}

export function lowerStatement(m: Lowering, statement: Syntax): void {
  if (m.depth > deepest) return
  m.depth++
  handlers[statement.type]?.(m, statement)
  m.depth--
}

type Handler = (m: Lowering, node: Syntax) => void

const nothing: Handler = () => {}

/** Expressions of a statement, for the calls in them. */
const lowerAll: Handler = (m, { children }) => {
  for (const child of children) lower(m, child)
}

const handlers: Readonly<Record<string, Handler>> = {
  expression_statement: (m, { children }) => {
    for (const child of children) lowerSimple(m, child)
  },
  block: lowerBlock,
  if_statement: lowerIf,
  match_statement: lowerMatch,
  for_statement: lowerFor,
  while_statement: lowerWhile,
  try_statement: lowerTry,
  with_statement: lowerWith,
  function_definition: declareFunction,
  class_definition: declareClass,
  decorated_definition: (m, node) => (part(node, 'definition')?.type === 'class_definition' ? declareClass : declareFunction)(m, node),
  return_statement: (m, { children: [value] }) => returnValue(m, value && lower(m, value)),
  raise_statement(m, node) {
    lowerAll(m, node)
    jumpTo(m, 'throws', null)
  },
  break_statement: (m) => jumpTo(m, 'breaks', null),
  continue_statement: (m) => jumpTo(m, 'continues', null),
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  delete_statement: (m, { children }) => {
    for (const each of children.flatMap((one) => (isSequence(one) ? one.children : [one]))) lowerDelete(m, each)
  },
  assert_statement(m, node) {
    const [test] = node.children
    if (test) m.fn.env.assume(conditionsOf(m, lower(m, test), true))
  },
  print_statement: lowerAll,
  exec_statement: lowerAll,
  global_statement: nothing,
  nonlocal_statement: nothing,
  // What does not parse: the expressions in it that do are still looked at.
  ERROR: (m, node) => {
    for (const child of node.children) (child.type in handlers ? lowerStatement : lower)(m, child)
  },
}

/** `del o[k]` takes an item away; of other things nothing is left. */
function lowerDelete(m: Lowering, node: Syntax): void {
  const path = node.type === 'subscript' ? itemPath(m, node) : null
  if (path?.up) {
    const key = typeof path.key === 'string' ? literal(m, node, path.key) : path.key
    store(m, node, path.up, operator(m, node, 'omit', [reference(m, part(node, 'value')!).node, key]))
  } else storeTo(m, node, literal(m, node, undefined))
}

function lowerSimple(m: Lowering, node: Syntax): void {
  if (node.type === 'assignment') lowerAssignment(m, node)
  else if (node.type === 'augmented_assignment') lowerAugmented(m, node)
  else lower(m, node)
}

function lowerIf(m: Lowering, node: Syntax): void {
  const condition = part(node, 'condition')!
  if (isMain(condition)) {
    lowerBlock(m, part(node, 'consequence'))
    return
  }
  choose(
    m,
    node,
    lower(m, condition),
    () => lowerBlock(m, part(node, 'consequence')),
    () => lowerAlternatives(m, parts(node, 'alternative')),
  )
}

/** `elif` clauses in turn, then `else`. */
function lowerAlternatives(m: Lowering, [first, ...rest]: readonly Syntax[]): void {
  if (!first) return
  if (first.type === 'else_clause') {
    lowerBlock(m, part(first, 'body'))
    return
  }
  choose(
    m,
    first,
    lower(m, part(first, 'condition')!),
    () => lowerBlock(m, part(first, 'consequence')),
    () => lowerAlternatives(m, rest),
  )
}

/** `__name__ == '__main__'`: what a file does when it is run is what it does. */
function isMain({ type, children: [left, , right] }: Syntax): boolean {
  return type === 'comparison_operator' && left?.text === '__name__' && right !== undefined && stringValue(right) === '__main__'
}

function lowerTry(m: Lowering, node: Syntax): void {
  const clauses = node.children.filter(({ type }) => type === 'except_clause' || type === 'except_group_clause')
  const otherwise = childOf(node, 'else_clause')
  const last = childOf(node, 'finally_clause')
  attempt(m, node, {
    body: () => lowerBlock(m, part(node, 'body')),
    handlers: clauses.map((clause) => ({ syntax: clause, run: () => lowerExcept(m, clause) })),
    ...(otherwise && { otherwise: () => lowerBlock(m, part(otherwise, 'body')) }),
    ...(last && { last: () => lowerBlock(m, childOf(last, 'block')) }),
  })
}

function lowerExcept(m: Lowering, clause: Syntax): void {
  for (const value of parts(clause, 'value')) {
    const [type] = value.children
    const alias = value.type === 'as_pattern' ? part(value, 'alias') : undefined
    if (alias && type) storeTo(m, alias, unknown(m, alias, 'it is a thrown value'))
  }
  lowerBlock(m, childOf(clause, 'block'))
}

/** What `with` binds is taken for the very value that is given, as nearly all of them have it. */
function lowerWith(m: Lowering, node: Syntax): void {
  for (const item of childOf(node, 'with_clause')?.children ?? []) {
    const value = part(item, 'value') ?? item
    if (value.type !== 'as_pattern') lower(m, value)
    else {
      const made = lower(m, value.children[0]!)
      storeTo(m, part(value, 'alias')!, made)
    }
  }
  lowerBlock(m, part(node, 'body'))
}

/** What follows a loop that no `break` left, where it has an `else`. */
export function lowerLoopElse(m: Lowering, node: Syntax): void {
  const clause = part(node, 'alternative')
  if (!clause) return
  join(m, clause, [branch(m, [], () => lowerBlock(m, part(clause, 'body'))), branch(m, [], () => {})])
}
