import { atLeast, type Claim } from '../claims.js'
import type { NodeOf } from '../graph/graph.js'
import { isKind, phrase } from '../kinds.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { libraryUsed } from './named-method.js'
import { mapValue } from './union.js'
import { type Tensor, unknown, type Value } from './value.js'

/** A value of which no more is known than what a comment says: a tensor of the declared type, or of the library in use. */
export function evaluateDeclared(engine: Engine, node: NodeOf<'declared'>, ctx: Context): Value {
  const type = node.of === undefined ? unknown('only a comment tells of it') : engine.evaluate(node.of, ctx)
  const claim = claimOf(engine, node)
  if (!claim) return type
  const made: Tensor = { is: 'tensor', package: libraryUsed(engine, node.span.file) ?? '', claims: [], facts: {} }
  return claiming(type.is === 'tensor' ? type : made, claim)
}

/** The value, of the declared kind where the source does not tell of which kind it is. */
export function asSaid(engine: Engine, value: Value, node: NodeOf<'declared'>, ctx: Context): Value {
  const claim = claimOf(engine, node)
  if (!claim) return value
  return mapValue(value, (one) => {
    if (one.is === 'unknown') return evaluateDeclared(engine, node, ctx)
    return one.is === 'tensor' && !isTold(one) ? claiming(one, claim) : one
  })
}

function isTold({ claims, literal }: Tensor): boolean {
  return literal !== undefined || claims.some(({ strength }) => atLeast(strength, 'likely'))
}

/** It is likely, and not proved: a comment is not checked by anything that runs. */
function claimOf(engine: Engine, { word, span }: NodeOf<'declared'>): Claim | undefined {
  if (!isKind(word)) return undefined
  const note = `declared to be ${phrase[word]} here`
  return { kind: word, strength: 'likely', evidence: [{ from: 'declaration', at: engine.graph.place(span), note }] }
}

function claiming({ unknown: _, stoppedAt: __, ...tensor }: Tensor, claim: Claim): Tensor {
  return { ...tensor, claims: [claim] }
}
