import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/frontends/notebook/cells.js'

const cell = (type: string, ...source: string[]) => ({ cell_type: type, source })
const notebook = JSON.stringify({ nbformat: 4, cells: [cell('markdown', '# Title'), cell('code', '%matplotlib inline\n', 'x = 1')] })

describe('the text of a cell', () => {
  it('is what people see, magics among it, and counts all cells', () => {
    expect(cellText(notebook, 2)).toBe('%matplotlib inline\nx = 1')
  })

  it('is there for code only', () => {
    expect(cellText(notebook, 1)).toBeUndefined()
    expect(cellText(notebook, 3)).toBeUndefined()
    expect(cellText('no notebook', 1)).toBeUndefined()
  })
})
