import picocolors from 'picocolors'

/** Blocks of both stand under one heading: what tells them apart in a file is lost on a terminal. */
const languages = new Map([
  ['ts', 'TypeScript'],
  ['py', 'Python'],
])

/** Markdown as a terminal shows it: the marks stay where they carry meaning without colour. Not a parser: for our own pages. */
export function terminalMarkdown(text: string, color: boolean): string {
  const colors = picocolors.createColors(color)
  let code = false
  const lines = text.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      code = !code
      const language = code ? languages.get(line.slice(3)) : undefined
      return language ? [colors.dim(`  ${language}:`)] : []
    }
    if (code) return [`    ${colors.cyan(line)}`.trimEnd()]
    const heading = /^(#+) (.*)$/.exec(line)
    if (heading) return [colors.bold(heading[1] === '#' ? colors.underline(plain(heading[2]!)) : plain(heading[2]!))]
    return [inline(line)]
  })
  return alignTables(lines).join('\n')

  function inline(line: string): string {
    return line
      .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, label: string, url: string) => (label === url ? url : `${label} (${url})`))
      .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => colors.bold(words))
      .replace(/`([^`]+)`/g, (mark, words: string) => (color ? colors.cyan(words) : mark))
  }
}

function plain(text: string): string {
  return text.replaceAll('`', '')
}

/** Table rows that follow one another get columns of one width, and lose the line of dashes and an empty head. */
function alignTables(lines: readonly string[]): string[] {
  const result: string[] = []
  for (let start = 0; start < lines.length; ) {
    let end = start
    while (end < lines.length && lines[end]!.startsWith('|')) end++
    if (end === start) result.push(lines[start++]!)
    else {
      result.push(
        ...columns(
          lines
            .slice(start, end)
            .filter((row) => !/^[|\s:-]+$/.test(row))
            .map(cells),
        ),
      )
      start = end
    }
  }
  return result
}

function cells(row: string): string[] {
  return row
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

/** Rows of cells, each column as wide as its widest cell. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, index) => Math.max(...rows.map((row) => visible(row[index] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat(widths[index]! - visible(cell)))
      .join('  ')
      .trimEnd(),
  )
}

function visible(cell: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes take no room
  return cell.replace(/\u001b\[\d+m/g, '').length
}
