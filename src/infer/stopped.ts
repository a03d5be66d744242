import type { Span } from '../graph/graph.js'
import type { Choice, Value } from './value.js'

/** The value with the place where it stopped being followed, unless it tells one further in. */
export function stopped(value: Value, at: Span): Value {
  if (value.is !== 'union') return stoppedOne(value, at)
  if (value.options.every((option) => stoppedOne(option.value, at) === option.value)) return value
  return { is: 'union', options: value.options.map((option) => ({ ...option, value: stoppedOne(option.value, at) })) }
}

function stoppedOne(value: Choice['value'], at: Span): Choice['value'] {
  if (value.is === 'unknown') return value.at ? value : { ...value, at }
  return value.is !== 'tensor' || value.unknown === undefined || value.stoppedAt ? value : { ...value, stoppedAt: at }
}
