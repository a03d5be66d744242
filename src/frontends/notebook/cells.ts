/** A code cell. */
export interface Cell {
  /** Which of all cells it is, counted from 1. */
  number: number
  /** As Python reads it. */
  text: string
  /** As people see it: the lines are the same, magics among them. */
  written: string
}

export interface Notebook {
  /** Its code cells, in order. */
  cells: readonly Cell[]
  /** Why its code is none that can be read. */
  unread?: string
}

/** Reads a notebook's code. Throws what `JSON.parse` throws. */
export function readNotebook(text: string): Notebook {
  const value = JSON.parse(text) as Written
  const cells = value?.cells ?? value?.worksheets?.flatMap((sheet) => sheet.cells ?? [])
  if (!Array.isArray(cells)) return { cells: [], unread: 'it holds no cells' }
  const language = value.metadata?.kernelspec?.language ?? value.metadata?.language_info?.name ?? value.metadata?.language ?? 'python'
  if (typeof language === 'string' && !/^i?python/i.test(language))
    return { cells: [], unread: `its code is ${language}, and only that of Python is read` }
  return { cells: cells.flatMap((cell, index) => (cell?.cell_type === 'code' ? [codeCell(cell, index + 1)] : [])) }
}

/** The text of a cell of a notebook, as its lines are counted; undefined when there is no such cell. */
export function cellText(text: string, number: number): string | undefined {
  try {
    return readNotebook(text).cells.find((cell) => cell.number === number)?.written
  } catch {
    return undefined
  }
}

/** All code of a notebook; empty where it is none. */
export function codeText(text: string): string {
  try {
    return readNotebook(text)
      .cells.map(({ written }) => written)
      .join('\n')
  } catch {
    return ''
  }
}

/** What nbformat 3 and 4 have in common with what is found in the wild. */
interface Written {
  cells?: readonly WrittenCell[]
  worksheets?: readonly { cells?: readonly WrittenCell[] }[]
  metadata?: { kernelspec?: { language?: unknown }; language_info?: { name?: unknown }; language?: unknown }
}

interface WrittenCell {
  cell_type?: unknown
  source?: unknown
  input?: unknown
}

function codeCell(cell: WrittenCell, number: number): Cell {
  const written = sourceOf(cell)
  return { number, text: withoutMagics(written), written }
}

function sourceOf({ source, input }: WrittenCell): string {
  const written = source ?? input
  if (Array.isArray(written)) return written.filter((line) => typeof line === 'string').join('')
  return typeof written === 'string' ? written : ''
}

/** Cell magics after which the rest of the cell is Python still. */
const pythonMagics = /^%%(?:time|timeit|capture|prun|python3?|pypy|memit|mprun|notify|script python3?|wandb|skip|debug)\b/

/** Lines for the notebook's own machinery are blanked, so that every line keeps its number. */
function withoutMagics(text: string): string {
  const lines = text.split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (first.startsWith('%%') && !pythonMagics.test(first)) return '\n'.repeat(lines.length - 1)
  return lines.map((line) => line.replace(timed, '$1pass; ').replace(magic, '$1pass')).join('\n')
}

/** `%time y = f(x)`: what it runs stays in its place. */
const timed = /^(\s*)%time (?!\s*$)/

/** `%matplotlib inline`, `!pip install x`, `?f`, `f?`, `files = !ls`, `x = %timeit f()`; indented ones keep their block whole. */
const magic = /^(\s*)(?:(?:%%?[A-Za-z_]|[!?](?!=)).*|[\w.]+\s*\?{1,2}\s*|[\w., ]+=\s*[!%](?!=).*)$/
