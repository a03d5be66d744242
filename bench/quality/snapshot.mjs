// All programs judged, as the text of snapshot.md.
import { join } from 'node:path'
import { judge, outcomes, right } from './judge.mjs'
import { folder, programs } from './programs.mjs'

export const path = join(folder, '../snapshot.md')

export async function judgeAll() {
  const all = programs()
  const judged = []
  for (const program of all) judged.push(await judge(program))
  return {
    programs: all,
    records: judged.flatMap((each) => each.records).sort((a, b) => (a.place < b.place ? -1 : 1)),
    problems: judged.flatMap((each) => each.problems),
  }
}

export function snapshot(result) {
  return `${[
    '# Quality',
    'Made by `npm run quality` from the programs beside this file; look at every line that changes.',
    figures(result),
    '## By group',
    table(result),
    '## What is not right',
    ...sections(result.records),
    '## Certainty that differs from the label',
    list(result.records.filter((record) => record.certainty).map(({ place, wants, certainty }) => `${place} wants ${wants}, ${certainty}`)),
    '## Problems',
    list(result.problems),
  ].join('\n\n')}\n`
}

/** The figures that people ask for first; README.md shows the same table. */
export function figures({ programs, records }) {
  const count = (...names) => records.filter((record) => names.includes(record.outcome)).length
  const misuses = records.filter(({ wants }) => !['clean', 'unknown', '-'].includes(wants)).length
  const clean = records.filter(({ wants }) => wants === 'clean').length
  const reported = count('found', 'other-rule', 'false')
  return markdown(
    ['figure', 'value'],
    [
      ['programs, single files and small projects', programs.length],
      ['misuses found, by the right rule (recall)', share(count('found'), misuses)],
      ['misuses of which it is said that they are not understood', share(count('unknown-misuse'), misuses)],
      [
        'misuses that are not seen',
        share(records.filter(({ outcome, wants }) => outcome === 'absent' && wants !== 'clean').length, misuses),
      ],
      ['misuses called clean', share(count('missed'), misuses)],
      ['findings that point at a misuse (precision)', share(reported - count('false'), reported)],
      ['right uses called clean', share(count('right-clean'), clean)],
      ['right uses of which it is said that they are not understood', share(count('unknown-clean'), clean)],
    ],
  )
}

/** Figures by group, with the columns that are not all empty. */
export function table({ records }) {
  const columns = Object.keys(outcomes).filter((outcome) => records.some((record) => record.outcome === outcome))
  const groups = [...new Set(records.map((record) => record.program.group))]
  const row = (title, chosen) => [title, ...columns.map((outcome) => chosen.filter((record) => record.outcome === outcome).length || '')]
  const rows = groups.map((group) =>
    row(
      group,
      records.filter((record) => record.program.group === group),
    ),
  )
  return markdown(['group', ...columns], [...rows, row('all', records)])
}

function sections(records) {
  return Object.entries(outcomes)
    .filter(([outcome]) => !right.has(outcome))
    .map(([outcome, meaning]) => [outcome, meaning, records.filter((record) => record.outcome === outcome)])
    .filter(([, , chosen]) => chosen.length > 0)
    .map(
      ([outcome, meaning, chosen]) =>
        `### ${outcome}: ${meaning}\n\n${list(chosen.map(({ place, wants, says }) => `${place} wants ${wants}: ${says}`))}`,
    )
}

function list(lines) {
  return lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'none'
}

function markdown(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)))
  const line = (row) => `| ${row.map((cell, column) => String(cell)[column ? 'padStart' : 'padEnd'](widths[column])).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

function share(part, whole) {
  return `${part} of ${whole} (${whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`})`
}
