import type { Finding, Report, ReportedUse } from '../report.js'
import { summary } from '../reporters/summary.js'
import { pictureHTML } from './picture.js'
import { style } from './style.js'
import { escaped } from './words.js'

/**
 * A report as one page that needs nothing else: no script, no network, no font. It shows of each file or loss call the
 * findings with what to do, and where numbers were seen, what they look like.
 */
export function toHTML(report: Report): string {
  const groups = grouped(report)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>ce-lint: ${escaped(summary(report))}</title>
<style>${style}</style>
</head>
<body>
<h1>ce-lint</h1>
<p class="soft">${escaped(summary(report))}</p>
${report.problems.map(({ file, message }) => card('warning', `<span class="level">problem</span> <code>${escaped(file)}</code>`, [escaped(message)])).join('\n')}
${groups.map(groupHTML).join('\n')}
<p class="soft">Not examined: where the values come from, and whether the labels are right. ce-lint ${escaped(report.tool.version)}</p>
</body>
</html>
`
}

interface Group {
  /** Absent for values without source. */
  file: string | undefined
  uses: ReportedUse[]
  findings: Finding[]
}

/** What was found of each file, in the report's order; values without source are one group. */
function grouped({ uses, findings }: Report): Group[] {
  const groups = new Map<string | undefined, Group>()
  const of = (file: string | undefined) => {
    const group = groups.get(file) ?? { file, uses: [], findings: [] }
    groups.set(file, group)
    return group
  }
  for (const use of uses) of(use.at?.file).uses.push(use)
  for (const finding of findings) of(finding.at?.file).findings.push(finding)
  return [...groups.values()]
}

function groupHTML({ file, uses, findings }: Group): string {
  const losses = [...new Set(uses.map(({ loss }) => loss))].map((loss) => `<code>${escaped(loss)}</code>`)
  return [
    `<section>\n<h2>${file === undefined ? 'Numbers' : escaped(file)}</h2>`,
    `<p class="soft">${losses.join(', ')}</p>`,
    ...findings.map(findingHTML),
    ...uses.flatMap((use) => verdictHTML(use)),
    ...uses.flatMap(({ picture }) => (picture ? [pictureHTML(picture)] : [])),
    '</section>',
  ].join('\n')
}

function findingHTML({ severity, rule, certainty, message, evidence = [], at }: Finding): string {
  const place = at && at.line * at.column > 1 ? ` <span class="soft">line ${at.line}</span>` : ''
  const title = `<span class="level">${severity}</span> ${escaped(rule)} <span class="soft">${certainty}</span>${place}`
  return card(
    severity,
    title,
    [marked(message.what), ...evidence.map((note) => `Seen: ${escaped(note)}.`), marked(message.why)],
    marked(message.todo),
  )
}

function verdictHTML({ verdict, reason, remedy, picture }: ReportedUse): string[] {
  if (verdict === 'finding') return []
  if (verdict === 'unknown')
    return [card('info', '<span class="level">not understood</span>', [escaped(reason ?? '')], remedy && escaped(remedy))]
  const held = picture?.reading ? `It holds ${picture.reading}: ${picture.evidence ?? ''}` : ''
  return [card('clean', '<span class="level">no misuse found</span>', [escaped(held)])]
}

function card(kind: string, title: string, lines: readonly string[], todo?: string): string {
  const text = lines.filter((line) => line !== '').map((each) => `<p>${each}</p>`)
  return `<div class="card ${kind}"><h3>${title}</h3>${text.join('')}${todo ? `<p class="do">${todo}</p>` : ''}</div>`
}

/** What a message quotes stands in backticks. */
function marked(text: string): string {
  return escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>')
}
