import type { Condition, NodeId, NodeOf } from '../graph/graph.js'
import type { RouteStep, RouteWay } from '../report.js'
import { describe } from './describe.js'
import type { Engine } from './engine.js'
import { mergedTensor } from './merged-tensor.js'
import type { Step } from './recorder.js'
import { same } from './same.js'
import type { LibraryObject, Value } from './value.js'

/** Alternatives that are shown of one value, and steps of one way. */
const mostWays = 6
const longest = 100

/** A step that a value came from, and on what condition. */
interface Source {
  step: Step
  when?: string
}

/** The way of a value from where it is used back to where it was made, or to where it was lost. */
export function routeOf(engine: Engine, used: Step, written: Pick<RouteStep, 'at' | 'text'>): RouteStep[] {
  const sources = sourcesOf(engine, used)
  const first: RouteStep = { ...written, holds: describe(engine, used.value, sources.length === 0) }
  const [only] = sources
  if (!only) return [{ ...first, end: isLost(used.value) ? 'lost' : 'made' }]
  if (sources.length > 1) return [{ ...first, ways: ways(engine, sources, new Set()) }]
  return follow(engine, only.step, only.when, new Set(), [first])
}

function follow(engine: Engine, first: Step, when: string | undefined, before: ReadonlySet<Step>, steps: RouteStep[] = []): RouteStep[] {
  const seen = new Set(before)
  for (let source: Source | undefined = { step: first, when }; source && !seen.has(source.step); ) {
    const { step }: Source = source
    seen.add(step)
    const sources: Source[] = seen.size < longest ? sourcesOf(engine, step) : []
    const ends = sources.length === 0
    if (sources.length !== 1 || !isWholeModule(engine, step))
      push(steps, { ...shown(engine, step, ends), ...(source.when !== undefined && { when: source.when }) })
    const last = steps.at(-1)!
    if (ends) steps[steps.length - 1] = { ...last, end: isLost(step.value) ? 'lost' : 'made' }
    if (sources.length > 1) steps[steps.length - 1] = { ...last, ways: ways(engine, sources, seen) }
    source = sources.length === 1 ? sources[0] : undefined
  }
  return steps
}

function ways(engine: Engine, sources: readonly Source[], seen: ReadonlySet<Step>): RouteWay[] {
  const shown = sources.slice(0, mostWays).map(({ step, when = '' }) => ({ when, steps: follow(engine, step, undefined, seen) }))
  const left = sources.length - shown.length
  return left === 0 ? shown : [...shown, { when: `and ${left} more`, steps: [] }]
}

/** A name and the value that it was given are one step to a reader when they stand in one place. */
function push(steps: RouteStep[], step: RouteStep): void {
  const last = steps.at(-1)
  const again = last && step.when === undefined && JSON.stringify(last.at) === JSON.stringify(step.at)
  if (again) steps[steps.length - 1] = { ...last, holds: step.holds }
  else steps.push(step)
}

/** An exported variable is read where its module ends, which is no place that anybody wrote. */
function isWholeModule(engine: Engine, { node: id }: Step): boolean {
  const node = id === null ? undefined : engine.graph.node(id)
  return node?.type === 'captured' && node.reader === null
}

function shown(engine: Engine, { node, value }: Step, ends: boolean): RouteStep {
  const holds = describe(engine, value, ends)
  if (node === null) return { text: '', holds }
  const { span } = engine.graph.node(node)
  return { at: engine.graph.place(span), text: engine.graph.text(span), holds }
}

function isLost(value: Value): boolean {
  if (value.is === 'union') return value.options.some((option) => isLost(option.value))
  if (value.is === 'object') return value.unknown !== undefined || isOpaque(value)
  return value.is === 'unknown' || value.is === 'nothing' || (value.is === 'tensor' && value.unknown !== undefined)
}

/** A model or layer of which no source shows what it gives. */
function isOpaque({ layers, made }: LibraryObject): boolean {
  return layers === undefined && made?.gives === undefined && made?.outputs === undefined && made?.wraps === undefined
}

/** The steps whose answer became this one's: one, or alternatives; none where the value was made. */
function sourcesOf(engine: Engine, step: Step): Source[] {
  const asked = expanded(step)
  const node = step.node === null ? undefined : engine.graph.node(step.node)
  if (node?.type === 'merge') return taken(engine, node, asked)
  if (node?.type === 'parameter')
    return passed(
      engine,
      asked.filter((each) => each.node !== node.annotation),
    )
  if (node?.type === 'captured') {
    const kept = asked.filter((each) => means(each.value, step.value) || isPart(each.value, step.value))
    return set(engine, kept.length > 0 ? kept : asked)
  }
  const alike = asked.filter((each) => means(each.value, step.value)).at(-1)
  if (alike) return [{ step: alike }]
  const parts = step.value.is === 'union' ? asked.filter((each) => isPart(each.value, step.value)) : []
  return parts.length > 0 ? parts.map((each) => ({ step: each })) : ingredients(asked, step.value)
}

/** What a step asked for, through steps that only have a name and those that found a method of a value. */
function expanded({ asked }: Step): Step[] {
  return asked.flatMap((each) => {
    const values = each.value.is === 'union' ? each.value.options.map((option) => option.value) : [each.value]
    const inside = values.every((value) => value.is === 'method' || value.is === 'builtin')
    return each.node === null || inside ? expanded(each) : [each]
  })
}

function taken(engine: Engine, { options }: NodeOf<'merge'>, asked: readonly Step[]): Source[] {
  return options.flatMap(({ node, when }) => {
    const step = asked.find((each) => each.node === node)
    return step && step.value.is !== 'nothing' ? [{ step, when: when.map((each) => condition(engine, each)).join(' and ') }] : []
  })
}

function condition(engine: Engine, { test, value }: Condition): string {
  const node = engine.graph.node(test)
  const text = node.type === 'parameter' ? node.name : engine.graph.text(node.span)
  if (value === 'true') return `if ${text}`
  if (value === 'false') return `if not ${text}`
  return value.startsWith('!') ? `if ${text} is not ${value.slice(1)}` : `if ${text} is ${value}`
}

function passed(engine: Engine, asked: readonly Step[]): Source[] {
  return asked.map((step) => ({ step, when: `passed ${whereabouts(engine, step.node)}` }))
}

function set(engine: Engine, asked: readonly Step[]): Source[] {
  // The last of those that gave the same is what the variable was in the end.
  const filled = distinctObjects(asked.filter(({ value }) => value.is !== 'nothing').reverse()).reverse()
  return filled.map((step) => (filled.length > 1 ? { step, when: `set ${whereabouts(engine, step.node)}` } : { step }))
}

function whereabouts(engine: Engine, id: NodeId | null): string {
  const node = id === null ? undefined : engine.graph.node(id)
  for (let owner = node?.owner ?? null; owner !== null; ) {
    const fn = engine.graph.node(owner)
    if (fn.type !== 'function') break
    const name = fn.definition.qualified ?? fn.definition.name
    if (name) return `in \`${name}\``
    owner = fn.definition.enclosing
  }
  return node ? `at the top of ${node.span.file}` : 'elsewhere'
}

/** Models and layers that gave a tensor, with the options that settled its kind. */
function ingredients(asked: readonly Step[], made: Value): Source[] {
  if (made.is !== 'tensor' && made.is !== 'unknown' && made.is !== 'union') return []
  const named = ({ value }: Step) => value.is === 'literal' && typeof value.value === 'string'
  const parts = distinctObjects(asked.filter((each) => isObject(each.value) || named(each)))
  return parts.every(named) ? [] : parts.map((step) => ({ step, when: 'from' }))
}

/** Of steps that gave the same model or layer only the first. */
function distinctObjects(steps: readonly Step[]): Step[] {
  return steps.filter(({ value }, index) => !isObject(value) || steps.findIndex((each) => means(each.value, value)) === index)
}

function isObject(value: Value): boolean {
  return value.is === 'object' || (value.is === 'union' && value.options.some((option) => option.value.is === 'object'))
}

function isPart(part: Value, whole: Value): boolean {
  return whole.is === 'union' && whole.options.some((option) => means(part, option.value))
}

/** Whether one value is the other, perhaps with another step noted in its trace. */
function means(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a.is === 'unknown' && b.is === 'unknown') return a.reason === b.reason
  if (a.is === 'object' && b.is === 'object')
    return a.contract === b.contract && a.span.file === b.span.file && a.span.start === b.span.start
  if (a.is === 'tensor' && b.is === 'tensor') return a.literal ? a.literal === b.literal : mergedTensor(a, b) !== undefined
  if (a.is === 'union' && b.is === 'union')
    return a.options.length === b.options.length && a.options.every((option, index) => means(option.value, b.options[index]!.value))
  return same(a, b)
}
