import { CsvError, parse } from 'csv-parse/sync'
import { partOf } from './names.js'
import type { StoredFile } from './stored.js'

/**
 * A table of numbers, an example a line. Columns that are named as targets or weights are, or that are named in `apart`,
 * are tensors of their own; all others together, in their order, are the prediction. A table without a first line of names
 * is one tensor. Throws an error that says what is wrong, and in which line.
 */
export function readCsv(text: Buffer, apart: readonly string[]): StoredFile {
  const { names, numbers, width } = table(text)
  const lines = width === 0 ? 0 : numbers.length / width
  const columns = Array.from({ length: width }, (_, index) => index)
  const alone = columns.filter(
    (index) => apart.includes(names?.[index] ?? '') || ['target', 'weights'].includes(partOf(names?.[index] ?? '') ?? ''),
  )
  const rest = columns.filter((index) => !alone.includes(index))
  const tensors = new Map(alone.map((index) => [names![index]!, [index]]))
  if (rest.length > 0) tensors.set('prediction', rest)
  return { names: [...tensors.keys()], open: async (name) => tensor(tensors.get(name)!), close: () => {} }

  function tensor(picked: readonly number[]) {
    return {
      shape: picked.length === 1 ? [lines] : [lines, picked.length],
      dtype: 'number',
      tabular: true as const,
      read: (from: number, to: number) => {
        const part = new Float64Array((to - from) * picked.length)
        for (let line = from, at = 0; line < to; line++) for (const index of picked) part[at++] = numbers[line * width + index]!
        return part
      },
    }
  }
}

interface Table {
  names: readonly string[] | undefined
  numbers: readonly number[]
  width: number
}

function table(text: Buffer): Table {
  const numbers: number[] = []
  let names: readonly string[] | undefined
  let width = 0
  const take = (cells: readonly string[], line: number): void => {
    if (width === 0) {
      width = cells.length
      if (cells.some((cell) => numberIn(cell) === undefined)) {
        names = cells
        return
      }
    }
    for (const cell of cells) {
      const number = numberIn(cell)
      if (number === undefined) throw new Error(`has ${JSON.stringify(cell.slice(0, 40))} in line ${line}, which is no number; ${expected}`)
      numbers.push(number)
    }
  }
  try {
    // What is taken is not kept by the parser.
    const on_record = (cells: string[], { lines }: { lines: number }) => {
      take(cells, lines)
      return null
    }
    parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      trim: true,
      skip_empty_lines: true,
      comment: '#',
      comment_no_infix: true,
      on_record,
    })
  } catch (error) {
    throw error instanceof CsvError ? new Error(`is no table: ${error.message}; ${expected}`) : error
  }
  if (names && new Set(names).size < names.length)
    throw new Error(`names a column twice (${names.find((name, index) => names!.indexOf(name) < index)}); ${expected}`)
  if (numbers.length === 0) throw new Error(`holds no numbers; ${expected}`)
  return { names, numbers, width }
}

const expected = "expected lines such as 0.1,0.7,0.2 (np.savetxt(file, array, delimiter=',')), or a first line of names: a,b,c,target"

const words: Readonly<Record<string, number>> = { '': Number.NaN, nan: Number.NaN, inf: Infinity, infinity: Infinity, true: 1, false: 0 }

/** An empty cell is what pandas writes for NaN. */
function numberIn(cell: string): number | undefined {
  const number = Number(cell)
  if (cell !== '' && !Number.isNaN(number) && /^[-+.\d]/.test(cell) && !/^[-+]?0[xob]/i.test(cell)) return number
  const [, sign, word] = /^([-+]?)([a-z]*)$/.exec(cell.toLowerCase()) ?? []
  if (word === undefined || !Object.hasOwn(words, word)) return undefined
  return sign === '-' ? -words[word]! : words[word]
}
