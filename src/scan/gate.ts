/**
 * Decides from a file's raw text whether it can hold a loss: it names one, or all that one is written out of, and it
 * reaches a library or another file, as each script of a page does. Any encoding that keeps ASCII will do. It must never
 * turn away a file that holds a call, and is cheap rather than sharp: the analysis reads what is left.
 */
export interface Gate {
  names(text: string): boolean
  /** Whether it holds the parts of a loss in a language whose signs multiply tensors and whose brackets pick from them. */
  writes(text: string): boolean
  /** Whether it calls what may be a loss that another file has made and handed over. */
  calls(text: string): boolean
  reaches(text: string): boolean
  /** Whether it may hold a comment that switches rules off. */
  comments(text: string): boolean
}

/** Names of operations that losses are written out in. */
interface FormulaWords {
  products: readonly string[]
  picks: readonly string[]
  totals: readonly string[]
  logarithms: readonly string[]
}

/**
 * `words`: names under which losses are called. `globals`: names under which a script tag gives a library.
 * `formula`: what losses are written out in, where it is looked for. `handedOver`: parts of the names of losses that are
 * handed from file to file.
 */
export function createGate(
  words: readonly string[],
  globals: readonly string[],
  formula?: FormulaWords,
  handedOver: readonly string[] = ['(?!)'],
): Gate {
  // The rarest first, so that few are looked for.
  const parts = formula
    ? [[...formula.products, ...formula.picks], formula.totals, formula.logarithms].map((each) => oneOf(each, numbers))
    : []
  const signed = formula ? [oneOf(formula.logarithms, pythonNumbers), summed(formula)] : []
  const common = new RegExp(cover(words).map(escapeRegExp).join('|'))
  const word = new RegExp(`(?<![\\w$])(?:${words.map(escapeRegExp).join('|')})(?![\\w$])`)
  const global = globals.length > 0 ? `|\\b(?:${globals.map(escapeRegExp).join('|')})\\s*(?:\\?\\.|[.[])` : ''
  const handed = new RegExp(`(?:${handedOver.join('|')})\\w*\\s*\\(`, 'i')
  const reach = new RegExp(`\\brequire\\s*\\(|\\bimport\\b|\\bfrom\\s*["']|<[sS][cC][rR][iI][pP][tT]\\b${global}`)
  return {
    names: (text) => (common.test(text) && word.test(text)) || compiles(text) || holds(parts, text),
    writes: (text) => holds(signed, text),
    calls: (text) => handed.test(text),
    reaches: (text) => reach.test(text),
    comments: (text) => text.includes('ce-lint-'),
  }
}

/** Before what numbers and messages have under the same names. */
const numbers = '\\b(?:console|Math)\\s*\\??\\.\\s*'
const pythonNumbers = '(?<![\\w.])(?:math|logging|logger)\\.'

function oneOf(names: readonly string[], notAfter: string): RegExp {
  return new RegExp(`(?<![\\w$]|${notAfter})(?:${names.map(escapeRegExp).join('|')})(?![\\w$])`)
}

/** What makes one number of many. An index of a range takes one entry of each row. */
function summed({ totals, picks }: FormulaWords): RegExp {
  const called = picks.map((pick) => `${escapeRegExp(pick)}\\s*\\(`)
  return new RegExp(
    `(?<!\\w)(?:(?:${totals.map(escapeRegExp).join('|')})(?!\\w)|${called.join('|')})|\\[\\s*(?:list\\(|\\w+\\.)?a?range\\(`,
  )
}

function holds(parts: readonly RegExp[], text: string): boolean {
  return parts.length > 0 && parts.every((part) => part.test(text))
}

/** A layers model is given its loss in `compile`, which may get its settings from another file: then training shows it. */
function compiles(text: string): boolean {
  return text.includes('.compile') && /loss|tensorflow|\.fit(?:Dataset)?\s*\(/i.test(text)
}

/**
 * A few short pieces of which every word has one: a regular expression of few alternatives runs at memory speed, one of
 * many at a third of it. Greedy set cover over all pieces of the words, longest first among equals.
 */
export function cover(words: readonly string[]): string[] {
  const pieces: string[] = []
  let open = [...new Set(words)]
  while (open.length > 0) {
    const best = bestPiece(open)
    pieces.push(best)
    open = open.filter((word) => !word.includes(best))
  }
  return pieces
}

/** Shorter pieces would match too much ordinary text, longer ones too few words. */
const lengths = { min: 5, max: 9 }

function bestPiece(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) for (const piece of piecesOf(word)) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  let best = words[0]!
  let most = 0
  for (const [piece, count] of counts)
    if (count > most || (count === most && (piece.length > best.length || (piece.length === best.length && piece < best)))) {
      best = piece
      most = count
    }
  return best
}

function piecesOf(word: string): Set<string> {
  if (word.length <= lengths.min) return new Set([word])
  const pieces = new Set<string>()
  for (let size = lengths.min; size <= Math.min(lengths.max, word.length); size++)
    for (let start = 0; start + size <= word.length; start++) pieces.add(word.slice(start, start + size))
  return pieces
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
