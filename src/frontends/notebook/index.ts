import type { Frontend, View } from '../frontend.js'
import { unreadModule } from '../frontend.js'
import { python } from '../python/index.js'
import { lowerFile } from '../python/lower.js'
import { readNotebook } from './cells.js'

/** Notebooks: their code cells are one program, in the order in which they stand. */
export const notebook: Frontend = {
  handles: isNotebook,
  lower(file, text, builder) {
    const view = viewOf(text)
    return view.unread === undefined ? lowerFile(file, view.text, builder, view.seams) : unreadModule(file, view.unread)
  },
  link: python.link,
  inner: (specifier, name) => python.inner!(specifier, name),
  view: viewOf,
}

export function isNotebook(file: string): boolean {
  return /\.ipynb$/i.test(file)
}

interface NotebookView extends View {
  /** Where each cell begins. */
  seams: readonly number[]
  unread?: string
}

const views = new Map<string, NotebookView>()
/** Texts that are kept: a run asks for the places of one notebook many times, and for many notebooks in turn. */
const most = 32

function viewOf(text: string): NotebookView {
  const known = views.get(text)
  if (known) return known
  const made = makeView(text)
  if (views.size >= most) views.clear()
  views.set(text, made)
  return made
}

function makeView(text: string): NotebookView {
  try {
    const { cells, unread } = readNotebook(text)
    const starts: { line: number; cell: number }[] = []
    const seams: number[] = []
    let line = 1
    let offset = 0
    for (const cell of cells) {
      starts.push({ line, cell: cell.number })
      seams.push(offset)
      line += cell.text.split('\n').length
      offset += cell.text.length + 1
    }
    const whole = cells.map((cell) => cell.text).join('\n')
    const locate = (at: number) => {
      const start = starts.findLast((each) => each.line <= at)
      return start ? { line: at - start.line + 1, cell: start.cell } : { line: at }
    }
    return { text: whole, seams, locate, ...(unread !== undefined && { unread }) }
  } catch (error) {
    return { text: '', seams: [], locate: (line) => ({ line }), unread: `it is no notebook (${(error as Error).message}); export it anew` }
  }
}
