import { attempt, choose, inTurn } from '../flow/branches.js'
import { conditionsOf } from '../flow/conditions.js'
import { deepest, literal, operator, unknown } from '../flow/flow.js'
import { returnValue } from '../flow/functions.js'
import { branch, jumpTo } from '../flow/joins.js'
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
import { bare, childOf, isSequence, part, parts, type Syntax, stringValue } from './syntax.js'
import { thrownAs } from './targets.js'

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
    const [test, message] = node.children
    if (!test) return
    const asked = lower(m, test)
    if (message) branch(m, conditionsOf(m, asked, false), () => lower(m, message))
    m.fn.env.assume(conditionsOf(m, asked, true))
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
  } else if (node.type !== 'subscript') storeTo(m, node, literal(m, node, undefined))
}

function lowerSimple(m: Lowering, node: Syntax): void {
  if (node.type === 'assignment') lowerAssignment(m, node)
  else if (node.type === 'augmented_assignment') lowerAugmented(m, node)
  else lower(m, node)
}

function lowerIf(m: Lowering, node: Syntax): void {
  const condition = part(node, 'condition')!
  if (isMain(condition) && !part(node, 'alternative')) {
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
function lowerAlternatives(m: Lowering, clauses: readonly Syntax[]): void {
  inTurn(m, clauses, (first, next) => {
    const condition = part(first, 'condition')
    if (condition) choose(m, first, lower(m, condition), () => lowerBlock(m, part(first, 'consequence')), next)
    else lowerBlock(m, part(first, 'body'))
  })
}

/** `__name__ == '__main__'`: what a file does when it is run is what it does. */
function isMain(condition: Syntax): boolean {
  const { type, children } = bare(condition)
  const [left, sign, right] = children
  if (type !== 'comparison_operator' || sign?.type !== '==' || !left || !right) return false
  const [name, text] = left.text === '__name__' ? [left, right] : [right, left]
  return name.text === '__name__' && stringValue(text) === '__main__'
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
  const alias = thrownAs(clause)
  if (alias) storeTo(m, alias, unknown(m, alias, 'it is a thrown value'))
  lowerBlock(m, childOf(clause, 'block'))
}

/** What `with` binds is taken for the very value that is given, as nearly all of them have it. */
function lowerWith(m: Lowering, node: Syntax): void {
  for (const item of childOf(node, 'with_clause')?.children ?? []) {
    const value = part(item, 'value') ?? item
    if (value.type !== 'as_pattern') lower(m, value)
    else {
      const made = lower(m, value.children[0]!)
      storeTo(m, part(value, 'alias')!, operator(m, value, 'enter', [made]))
    }
  }
  lowerBlock(m, part(node, 'body'))
}
