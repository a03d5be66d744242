import { isA } from '../kinds.js'
import { ignoredIndexOf, smoothingOf } from '../options.js'
import type { LoudRow } from '../report.js'
import { decimals } from '../sentence.js'
import { accepts, bestClaim, type Use, wants } from '../use.js'
import { pairs } from './pairs.js'
import { plainLoss, type Row, rowLoss } from './row-loss.js'
import type { Sample } from './sample.js'

const mostRows = 5
const mostEntries = 8

/**
 * The rows that show most of what the use is: those that are no numbers, or have a label of no class; else, when the prediction is of a kind that the
 * loss does not expect, those whose loss is farthest from what it would be if it did; else those with the greatest loss.
 */
export function loudestRows(use: Use, sample: Sample): LoudRow[] {
  const broken = [...notFinite(sample), ...nameless(use, sample)].slice(0, mostRows)
  if (broken.length > 0) return broken
  const loss = rowLoss(use.contract, smoothingOf(use))
  if (!loss) return []
  const kind = bestClaim(use.arguments.prediction)?.kind
  const wrong = kind !== undefined && !accepts(use.contract, 'prediction', kind)
  const meant = !wrong || use.contract.axis === 'elementwise' ? undefined : meaning(kind)
  const judged = pairs(use, sample).map(({ row, pair }) => ({ row, pair, got: loss(pair), right: meant?.(pair) }))
  const volume = ({ got, right }: (typeof judged)[number]) => (right === undefined ? got : Math.abs(got - right))
  return judged
    .filter((each) => Number.isFinite(volume(each)))
    .sort((a, b) => volume(b) - volume(a) || a.row - b.row)
    .slice(0, mostRows)
    .map(({ row, pair, got, right }) => ({
      ...shown(row, pair.entries),
      ...labelled(pair.target),
      note: right === undefined ? `costs ${cost(got)}` : `costs ${cost(got)}, where its cross-entropy is ${cost(right)}`,
    }))
}

/** The class, where the target is one. */
function labelled(target: Row['target']): Pick<LoudRow, 'target'> {
  if (typeof target === 'number') return { target }
  const hot = target.indexOf(1)
  return hot >= 0 && target.every((entry, index) => entry === Number(index === hot)) ? { target: hot } : {}
}

/** How a row of the kind is turned into its cross-entropy. */
function meaning(kind: NonNullable<ReturnType<typeof bestClaim>>['kind']): ((row: Row) => number) | undefined {
  if (isA(kind, 'probabilities')) return (row) => plainLoss('probabilities', row)
  if (kind === 'log-probabilities') return (row) => plainLoss('log-probabilities', row)
  return undefined
}

function notFinite({ rows, prediction: { entries, classes } }: Sample): LoudRow[] {
  const found: LoudRow[] = []
  for (let index = 0; index < rows.length && found.length < mostRows; index++) {
    const row = entries.slice(index * classes, (index + 1) * classes)
    const place = row.findIndex((entry) => !Number.isFinite(entry))
    if (place >= 0) found.push({ ...shown(rows[index]!, row), note: `holds ${row[place]} at ${place}` })
  }
  return found
}

/** Rows whose label is the index of no class, where indices are wanted. */
function nameless(use: Use, { rows, prediction: { entries, classes }, target }: Sample): LoudRow[] {
  const labels = target?.entries ?? []
  if (!wants(use.contract, 'target', 'class-indices') || target?.classes !== 1 || classes < 2 || labels.length !== rows.length) return []
  const ignored = ignoredIndexOf(use)
  const isNone = (label: number) => label !== ignored && Number.isInteger(label) && !(label >= 0 && label < classes)
  return rows.flatMap((row, index) => {
    const label = labels[index]!
    return isNone(label)
      ? { ...shown(row, entries.slice(index * classes, (index + 1) * classes)), target: label, note: `there is no class ${label}` }
      : []
  })
}

/** What is no number is null, as in JSON. */
function shown(row: number, entries: readonly number[]): Pick<LoudRow, 'row' | 'entries'> {
  return { row, entries: entries.slice(0, mostEntries).map((entry) => (Number.isFinite(entry) ? entry : null)) }
}

/** Rounded to 0, a number has no sign. */
function cost(nats: number): string {
  return decimals(nats).replace(/^-(0\.0+)$/, '$1')
}
