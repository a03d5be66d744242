import type { Band, Histogram, Picture } from '../report.js'

/** Columns of a terminal that is as narrow as they come. */
const width = 80
/** Cells of a histogram are its steps. */
const cells = 41

const ramps = { terminal: ' ▁▂▃▄▅▆▇█', plain: ' .:-=+*#%@' }

/** The pictures of a use in lines of at most 80 columns; outside a terminal in ASCII. */
export function drawing(picture: Picture, terminal: boolean): string[] {
  const { values, rowSums, loss, reading, evidence, rows, drawn } = picture
  const ramp = terminal ? ramps.terminal : ramps.plain
  return [
    ...line('values', values, ramp),
    ...(rowSums ? line('row sums', rowSums, ramp) : []),
    ...(loss ? lossLines(loss, terminal) : []),
    ...(reading ? wrapped(`reads as ${reading}${evidence ? `: ${evidence}` : ''}`.split(' '), '  ', ' ') : []),
    ...(drawn > 0 && drawn < rows ? [`  drawn from ${drawn} of ${rows} rows`] : []),
  ]
}

/** `logits [256, 10] float32, target [256] int64`. */
export function argumentsText({ prediction, target }: Picture): string {
  return [prediction, ...(target ? [target] : [])]
    .map(({ name, shape, dtype }) => `${name} [${shape.join(', ')}]${dtype === 'number' ? '' : ` ${dtype}`}`)
    .join(', ')
}

export function cut(text: string): string {
  return text.length > width ? `${text.slice(0, width - 3)}...` : text
}

function line(label: string, { from, to, counts }: Histogram, ramp: string): string[] {
  if (counts.length === 0) return []
  const most = Math.max(1, ...counts)
  // A step that holds anything shows, however much the fullest one holds.
  const bars = counts.map((count) => ramp[count === 0 ? 0 : Math.max(1, Math.round((count / most) * (ramp.length - 1)))])
  return [framed(label, from, bars.join(''), to)]
}

function framed(label: string, from: number, bar: string, to: number): string {
  return `  ${label.padEnd(8)} ${short(from).padStart(10)} |${bar}| ${short(to)}`
}

/** Where the loss lies in what probabilities can cost: the floor, an undecided row and the ceiling. */
function lossLines({ value, given, uniform, bands }: NonNullable<Picture['loss']>, terminal: boolean): string[] {
  const band = bands.find(isBounded)
  const known = value === undefined ? [] : [`${terminal ? '●' : 'o'} ${given ? 'it is' : 'computed'} ${value.toFixed(4)}`]
  if (!band) return known.length > 0 ? [`  loss     ${known[0]}`] : []
  const [from, to] = [Math.min(band.least, value ?? band.least), Math.max(band.greatest, value ?? band.greatest)]
  const cell = (x: number) => Math.min(cells - 1, Math.floor(((x - from) / (to - from)) * cells))
  const [inside, outside, undecided, here] = terminal ? '━·┿●' : '=.+o'
  const bar = Array.from({ length: cells }, (_, at) => (at >= cell(band.least) && at <= cell(band.greatest) ? inside : outside))
  const hasUniform = uniform !== undefined && uniform >= band.least && uniform <= band.greatest
  if (hasUniform) bar[cell(uniform)] = undecided
  if (value !== undefined) bar[cell(value)] = here
  const parts = [
    `${inside} of probabilities, ${ends(band)}`,
    ...(hasUniform ? [`${undecided} undecided ${uniform.toFixed(4)}`] : []),
    ...known,
  ]
  return [framed('loss', from, bar.join(''), to), ...wrapped(parts, ' '.repeat(11), '   ')]
}

/** As many parts a line as there is room for. */
function wrapped(parts: readonly string[], indent: string, gap: string): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const longer = `${lines.at(-1)}${gap}${part}`
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer
    else lines.push(`${indent}${part}`)
  }
  return lines
}

function ends({ least, greatest }: Bounded): string {
  return `${least.toFixed(4)} to ${greatest.toFixed(4)}`
}

type Bounded = Band & { least: number; greatest: number }

function isBounded(band: Band): band is Bounded {
  return band.reading === 'probabilities' && band.least !== null && band.greatest !== null
}

function short(x: number): string {
  return x !== 0 && Math.abs(x) < 1e-3 ? x.toExponential(2) : String(Number(x.toPrecision(5)))
}
