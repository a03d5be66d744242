/** A bracket without its other half. */
export interface Fault {
  at: number
  message: string
}

export interface Recovered {
  /** Of the same length: statements with such a bracket are blanked, so that they do not take others with them. */
  text: string
  faults: readonly Fault[]
}

/** More of them are of no file of Python. */
const mostFaults = 50

/** Takes statements with unpaired brackets out of a file that does not parse. `seams`: offsets that no statement reaches over. */
export function recover(text: string, seams: readonly number[]): Recovered {
  const faults: Fault[] = []
  let whole = text
  let from = 0
  while (faults.length < mostFaults) {
    const fault = firstFault(whole, from, seams)
    if (!fault) break
    const { start, end } = statementAt(whole, from, fault)
    whole = whole.slice(0, start) + blanked(whole.slice(start, end)) + whole.slice(end)
    from = end
    faults.push(fault)
  }
  return { text: whole, faults }
}

interface Found extends Fault {
  /** Where the statement begins that is spoilt, or a part of it. */
  statement: number
  /** The statement is over here, at the latest. */
  limit: number
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const piece = /#[^\n]*|("""|''')(?:\\[\s\S]|(?!\1)[\s\S])*\1|(["'])(?:\\[\s\S]|(?!\2)[^\\\n])*\2?|[([{]|[)\]}]|\\\r?\n|\n/g
/** Words that begin a statement and no line within brackets. */
const beginning =
  /[ \t]*(?:def|class|import|return|raise|while|try|elif|except|finally|del|global|nonlocal|pass|break|continue|with|assert)\b(?!\s*[=(,.])/y

function firstFault(text: string, from: number, seams: readonly number[]): Found | undefined {
  const open: { sign: string; at: number }[] = []
  let statement = from
  const unclosed = (limit: number): Found => ({ at: open[0]!.at, message: `\`${open[0]!.sign}\` is never closed`, statement, limit })
  piece.lastIndex = from
  for (let match = piece.exec(text); match; match = piece.exec(text)) {
    const [sign] = match
    const at = match.index
    if (sign === '\n') {
      const next = at + 1
      beginning.lastIndex = next
      if (open.length > 0 && (seams.includes(next) || beginning.test(text))) return unclosed(next)
      if (open.length === 0) statement = next
    } else if ('([{'.includes(sign)) open.push({ sign, at })
    else if (sign in pairs && open.pop()?.sign !== pairs[sign])
      return { at, message: `\`${sign}\` closes nothing`, statement, limit: endOfLine(text, at) }
  }
  return open.length > 0 ? unclosed(text.length) : undefined
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** From the statement's first line on, with all lines that are indented further, and all up to the bracket. */
function statementAt(text: string, from: number, { at, statement, limit }: Found): { start: number; end: number } {
  const indent = /^[ \t]*/.exec(text.slice(statement, endOfLine(text, statement)))![0]
  let end = endOfLine(text, statement)
  const isHeader = /:\s*(?:#.*)?$/.test(text.slice(statement, end).trimEnd())
  while (end < limit) {
    const line = text.slice(end, endOfLine(text, end))
    const goesOn = end <= at || (!isHeader && (line.trim() === '' || /^[ \t]*/.exec(line)![0].length > indent.length))
    if (!goesOn) break
    end += line.length
  }
  return { start: Math.max(from, statement + indent.length), end }
}

/** Something of the same length and lines that parses; what stands below the head of a block stays in one. */
function blanked(statement: string): string {
  const blank = statement.replace(/[^\r\n]/g, ' ')
  const first = statement.split('\n', 1)[0]!.trimEnd()
  const target = /^(?:return\b|[\w., ]+=(?!=))[ \t]*/.exec(first)?.[0] ?? ''
  const stand = first.endsWith(':') && first.length >= header.length ? header : target + unreadable
  return stand + blank.slice(stand.length)
}

const header = 'if 1:'

/** A name that no program gives, for what could not be read. */
export const unreadable = 'ǃ'
