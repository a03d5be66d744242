import { lookUp } from '../flow/bindings.js'
import { add } from '../flow/flow.js'
import { fillItems, round } from '../flow/rounds.js'
import { storeTo } from './assignments.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { reference } from './references.js'
import { lowerBlock } from './statements.js'
import { bare, part, type Syntax } from './syntax.js'

export function lowerFor(m: Lowering, node: Syntax): void {
  const left = part(node, 'left')!
  const { node: of, path } = reference(m, part(node, 'right')!)
  const body = () => {
    storeTo(m, left, add(m, left, { type: 'item', of }))
    lowerBlock(m, part(node, 'body'))
  }
  const passed = round(m, node, { of, body, ...otherwise(m, node) })
  const name = bare(left)
  const item = name.type === 'identifier' ? lookUp(m.scope, name.text) : undefined
  if (path) fillItems(m, node, path, passed, item, of)
}

export function lowerWhile(m: Lowering, node: Syntax): void {
  const condition = part(node, 'condition')!
  const always = bare(condition)
  const endless = always.type === 'true' || (always.type === 'integer' && always.text === '1')
  const body = () => lowerBlock(m, part(node, 'body'))
  round(m, node, { test: () => lower(m, condition), body, endless, ...otherwise(m, node) })
}

/** `else` of a loop: what follows when no `break` has left it. */
function otherwise(m: Lowering, node: Syntax): { otherwise?: () => void } {
  const clause = part(node, 'alternative')
  return clause ? { otherwise: () => lowerBlock(m, part(clause, 'body')) } : {}
}
