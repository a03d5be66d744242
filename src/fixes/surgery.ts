import type { Stretch } from './texts.js'

/** A stretch and what stands in its place. */
export interface Cut extends Stretch {
  by: string
}

export function textOf({ whole, start, end }: Stretch): string {
  return whole.slice(start, end)
}

/** An item of a list, of arguments or of an object taken out, with one comma: the one after it, else the one before. */
export function withoutItem({ whole, start, end }: Stretch): Cut {
  const after = /^\s*,/.exec(whole.slice(end))
  if (after && isOwnLine(whole, start, end + after[0].length)) return { ...lineOf(whole, start, end + after[0].length), by: '' }
  const before = /,\s*$/.exec(whole.slice(0, start))
  if (!before && after) {
    const space = /^[ \t]*/.exec(whole.slice(end + after[0].length))![0]
    return { whole, start, end: end + after[0].length + space.length, by: '' }
  }
  return before ? { whole, start: start - before[0].length, end, by: '' } : { whole, start, end, by: '' }
}

/** A statement taken out, with its line when it is alone there; undefined where other code shares its lines. */
export function withoutStatement({ whole, start, end }: Stretch): Cut | undefined {
  const semicolon = /^[ \t]*;/.exec(whole.slice(end))?.[0].length ?? 0
  return isOwnLine(whole, start, end + semicolon) ? { ...lineOf(whole, start, end + semicolon), by: '' } : undefined
}

/** An expression in the place of another, in brackets where it would fall apart without them, and only there. */
export function instead(of: Stretch, written: string): Cut {
  const bare = unbracketed(written)
  const expression = isEnclosed(of, bare) ? bare : written
  return { ...of, by: isWhole(expression) || isEnclosed(of, expression) ? expression : `(${expression})` }
}

/** An expression without brackets around the whole of it, unless they hold several. */
function unbracketed(expression: string): string {
  let depth = 0
  for (let at = 0; at < expression.length && expression.startsWith('('); at++) {
    if ('([{'.includes(expression[at]!)) depth++
    if (')]}'.includes(expression[at]!)) depth--
    if (depth === 1 && expression[at] === ',') break
    if (depth === 0) return at === expression.length - 1 ? expression.slice(1, -1).trim() : expression
  }
  return expression
}

/** The statement `name = value` of which a value is the whole right side: its indentation, and what declares the name. */
export function assignmentBefore({
  whole,
  start,
  end,
}: Stretch): { indent: string; keyword: string; name: string; line: number } | undefined {
  const line = whole.lastIndexOf('\n', start - 1) + 1
  const found = /^(\s*)((?:const|let|var)\s+)?([A-Za-z_$][\w$]*)\s*(?::\s*[\w.<>[\]| ]+?)?\s*=\s*$/.exec(whole.slice(line, start))
  if (!found || !/^[ \t]*;?[ \t]*(?:\r?\n|$|#|\/\/)/.test(whole.slice(end))) return undefined
  return { indent: found[1]!, keyword: found[2] ?? '', name: found[3]!, line }
}

/** How often a name stands in a text. */
export function timesNamed(text: string, name: string): number {
  return text.match(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))?.length ?? 0
}

/** Whether there is a comment in it, which would be lost. */
export function hasComment(text: string): boolean {
  return /#|\/\/|\/\*/.test(text)
}

export function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text)
}

/** A name, a member, a call of one, or something in brackets: nothing around it can take it apart. */
function isWhole(expression: string): boolean {
  return /^[\w$.]+$/.test(expression) || (/^[\w$.]*(?:\(|\[)/.test(expression) && closesAtEnd(expression))
}

function closesAtEnd(expression: string): boolean {
  let depth = 0
  for (let at = expression.search(/[([]/); at < expression.length; at++) {
    if ('([{'.includes(expression[at]!)) depth++
    if (')]}'.includes(expression[at]!)) depth--
    if (depth === 0 && at < expression.length - 1 && !/^[\w$.([]/.test(expression.slice(at + 1))) return false
  }
  return depth === 0
}

/** Whether it is the whole of an argument, a right side or a result. */
function isEnclosed({ whole, start, end }: Stretch, expression: string): boolean {
  const [before, after] = [whole.slice(0, start), whole.slice(end)]
  const opened = /[([{,:]\s*$|[^=!<>]=[ \t]*$|=>\s*$|\breturn[ \t]+$/.test(before)
  const closed = /^\s*[)\]},;]|^[ \t]*(?:\r?\n|$)/.test(after)
  return opened && closed && !expression.includes('\n') && !/^\s*\{/.test(expression)
}

function isOwnLine(whole: string, start: number, end: number): boolean {
  const before = whole.slice(whole.lastIndexOf('\n', start - 1) + 1, start)
  return /^[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(whole.slice(end))
}

function lineOf(whole: string, start: number, end: number): Stretch {
  const next = whole.indexOf('\n', end)
  const from = whole.lastIndexOf('\n', start - 1) + 1
  return next < 0 ? { whole, start: Math.max(0, from - 1), end: whole.length } : { whole, start: from, end: next + 1 }
}
