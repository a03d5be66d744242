import type { Claim, Evidence, Facts } from '../claims.js'
import type { Tensor, Value } from './value.js'

/** Steps that the trace of a merged claim keeps: enough to name where it may come from. */
const longest = 6

/** One tensor for two that mean the same; undefined when they do not. Facts on which they differ are left out. */
export function mergedTensor(a: Value, b: Value): Tensor | undefined {
  if (a.is !== 'tensor' || b.is !== 'tensor' || a.literal || b.literal || a.package !== b.package) return undefined
  if (a.claims.length !== b.claims.length || !a.claims.every((claim, index) => sameKind(claim, b.claims[index]!))) return undefined
  if (!agree(a.facts.bounded, b.facts.bounded) || !agree(a.facts.twice, b.facts.twice)) return undefined
  const claims = a.claims.map((claim, index) => ({ ...claim, evidence: steps(claim.evidence, b.claims[index]!.evidence) }))
  return { ...a, ...(b.normaliser && { normaliser: true }), claims, facts: commonFacts([a.facts, b.facts]) }
}

function sameKind(a: Claim, b: Claim): boolean {
  return a.kind === b.kind && a.strength === b.strength && a.assumed === b.assumed
}

function steps(a: readonly Evidence[], b: readonly Evidence[]): readonly Evidence[] {
  return a.length >= longest ? a : distinct([...a, ...b]).slice(0, longest)
}

export function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>()
  return evidence.filter((step) => {
    const key = JSON.stringify(step)
    return !seen.has(key) && seen.add(key)
  })
}

/** Facts on which all values agree. */
export function commonFacts([first, ...others]: readonly Facts[]): Facts {
  if (!first) return {}
  const agreed = Object.entries(first).filter(([key, fact]) => others.every((other) => agree(other[key as keyof Facts], fact)))
  return Object.fromEntries(agreed)
}

/** Whether two facts say the same, wherever it was made so. */
function agree(a: unknown, b: unknown): boolean {
  return said(a) === said(b)
}

function said(fact: unknown): string | undefined {
  if (typeof fact !== 'object' || fact === null || Array.isArray(fact)) return JSON.stringify(fact)
  const { at, ...rest } = fact as { at?: unknown }
  return JSON.stringify(rest)
}
