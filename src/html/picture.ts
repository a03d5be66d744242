import type { Picture } from '../report.js'
import { bandsChart, histogramChart, type Size } from './charts.js'
import { brief, escaped, short } from './words.js'

/** The pictures of one loss call. */
export function pictureHTML(picture: Picture): string {
  const { values, rowSums, loss, prediction, target, drawn, rows } = picture
  const drawnRows = drawn > 0 && drawn < rows ? `, drawn from ${drawn} of them` : ''
  return [
    `<p class="soft">${tensor(prediction)}${target ? `, with ${tensor(target)}` : ''}; ${rows} row${rows === 1 ? '' : 's'}${drawnRows}</p>`,
    loss ? lossFigure(loss) : '',
    rowSums && rowSums.counts.length > 0 ? sumsFigure(rowSums) : '',
    values.counts.length > 0 ? valuesFigure(values) : '',
    picture.loudest.length > 0 ? loudTable(picture) : '',
  ].join('\n')
}

function tensor({ name, shape, dtype }: Picture['prediction']): string {
  return `<code>${escaped(name)}</code> [${shape.join(', ')}] ${escaped(dtype === 'number' ? '' : dtype)}`.trimEnd()
}

function lossFigure(loss: NonNullable<Picture['loss']>): string {
  const { value, given, uniform, bands } = loss
  const value_ = value === undefined ? '' : ` It ${given ? 'was' : 'is, computed from these rows,'} ${short(value)}.`
  const undecided = uniform === undefined ? '' : ` A model that is undecided costs ${short(uniform)}, the dashed line.`
  const height = 76 + 46 * bands.length
  return figure(`<b>The loss</b>, and what it can come to if its input is read as …${value_}${undecided}`, height, (size) =>
    bandsChart(loss, size),
  )
}

function sumsFigure(sums: NonNullable<Picture['rowSums']>): string {
  return figure('<b>Row sums</b>: those of a softmax pile up at 1.', 180, (size) => histogramChart(sums, size, 1))
}

function valuesFigure(values: Picture['values']): string {
  const end = [Math.max(values.from, 0), Math.min(values.to, 1)] as const
  const caption = '<b>Values</b>: probabilities stay between 0 and 1, which is shaded; log-probabilities stay below 0.'
  return figure(caption, 180, (size) => histogramChart(values, size, undefined, end[0] < end[1] ? end : undefined))
}

/** The same drawing for two widths, since letters must not shrink with it. */
function figure(caption: string, height: number, draw: (size: Size) => string): string {
  const wide = draw({ width: 880, height })
  const narrow = draw({ width: 360, height })
  return `<figure><figcaption>${caption}</figcaption><div class="wide">${wide}</div><div class="narrow">${narrow}</div></figure>`
}

function loudTable({ loudest, classes }: Picture): string {
  const more = classes > (loudest[0]?.entries.length ?? 0) ? ' …' : ''
  const lines = loudest.map(
    ({ row, entries, target, note }) =>
      `<tr><td>${row}</td><td>${target ?? ''}</td><td>${escaped(note)}</td><td class="entries">${entries.map((x) => (x === null ? '?' : brief(x))).join(' ')}${more}</td></tr>`,
  )
  const head = '<tr><th>row</th><th>target</th><th></th><th>entries</th></tr>'
  return `<h3>Rows that speak loudest</h3>\n<div class="scroll"><table>${head}${lines.join('')}</table></div>`
}
