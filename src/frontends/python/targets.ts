import { bare, isSequence, part, parts, type Syntax } from './syntax.js'

/** The variables, members and items that an assignment to the target sets: several when it takes a sequence apart. */
export function targetsOf(target: Syntax): Syntax[] {
  const found: Syntax[] = []
  const open = [target]
  for (let next = open.pop(); next; next = open.pop()) {
    const place = bare(next)
    if (isSequence(place) || place.type === 'list_splat_pattern' || place.type === 'list_splat' || place.type === 'as_pattern_target')
      for (const child of [...place.children].reverse()) open.push(child)
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

/** What a clause of `try` calls what was thrown: `except E as e`, and `except E, e` in Python 2. */
export function thrownAs(clause: Syntax): Syntax | undefined {
  const [type, name] = parts(clause, 'value')
  return type?.type === 'as_pattern' ? part(type, 'alias') : name
}

/** Names that a pattern of `match` gives values. */
export function capturesOf(pattern: Syntax): Syntax[] {
  const found: Syntax[] = []
  const open = [pattern]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'splat_pattern' || next.type === 'as_pattern') {
      for (const child of next.children) (child.type === 'identifier' ? found : open).push(child)
    } else if (next.type === 'keyword_pattern' || next.type === 'class_pattern') open.push(...next.children.slice(1))
    else if (next.type !== 'dotted_name') open.push(...next.children.filter(({ field }) => field !== 'key'))
    // A dotted name is a constant.
    else if (next.children.length === 1) found.push(next.children[0]!)
  }
  return found.reverse()
}
