import { bare, isSequence, part, type Syntax } from './syntax.js'

/** The variables, members and items that an assignment to the target sets: several when it takes a sequence apart. */
export function targetsOf(target: Syntax): Syntax[] {
  const found: Syntax[] = []
  const open = [target]
  for (let next = open.pop(); next; next = open.pop()) {
    const place = bare(next)
    if (isSequence(place) || place.type === 'list_splat_pattern' || place.type === 'list_splat' || place.type === 'as_pattern_target')
      open.push(...[...place.children].reverse())
    else if (place.type === 'identifier' || place.type === 'attribute' || place.type === 'subscript') found.push(place)
  }
  return found
}

/** The variable that a path of members and items starts from. */
export function rootOf(expression: Syntax): Syntax | undefined {
  let step = bare(expression)
  while (step.type === 'attribute' || step.type === 'subscript' || step.type === 'await')
    step = bare(part(step, step.type === 'attribute' ? 'object' : 'value') ?? step.children[0]!)
  return step.type === 'identifier' ? step : undefined
}

/** Names that a pattern of `match` gives values. */
export function capturesOf(pattern: Syntax): Syntax[] {
  const found: Syntax[] = []
  const open = [pattern]
  for (let next = open.pop(); next; next = open.pop()) {
    const [first] = next.children
    if (next.type === 'case_pattern' && first?.type === 'dotted_name' && first.children.length === 1) found.push(first.children[0]!)
    else if (next.type === 'splat_pattern' || next.type === 'as_pattern') {
      for (const child of next.children) (child.type === 'identifier' ? found : open).push(child)
    } else if (next.type === 'keyword_pattern') open.push(...next.children.slice(1))
    else if (next.type !== 'dotted_name') open.push(...next.children.filter(({ field }) => field !== 'key'))
  }
  return found
}
