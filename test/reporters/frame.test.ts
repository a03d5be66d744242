import { describe, expect, it } from 'vitest'
import { frame, type Label } from '../../src/reporters/frame.js'

const plain = { gutter: String, primary: String, secondary: String }

function label(line: number, column: number, endColumn: number, text: string, endLine = line): Label {
  return { at: { file: 'a.ts', line, column, endLine, endColumn }, text, primary: true }
}

function draw(source: string, ...labels: Label[]): string {
  return `\n${frame(source, labels, plain).join('\n')}\n`
}

describe('frame', () => {
  it('puts two labels of one line under it, and keeps a single line between two places', () => {
    expect(
      draw('const p = f(x)\n// note\nloss(y, p)', label(3, 6, 7, 'target'), label(3, 9, 10, 'prediction'), label(1, 11, 15, 'made')),
    ).toMatchInlineSnapshot(`
      "
        1 │ const p = f(x)
          │           ──── made
        2 │ // note
        3 │ loss(y, p)
          │      ─ target
          │         ─ prediction
      "
    `)
  })

  it('counts columns as a terminal shows them', () => {
    expect(draw("\tf('出力', p)", label(1, 10, 11, 'here'))).toMatchInlineSnapshot(`
      "
        1 │   f('出力', p)
          │             ─ here
      "
    `)
  })

  it('underlines the first line of a longer place', () => {
    expect(draw('loss(\n  y,\n  p)', label(1, 1, 5, 'all of it', 3))).toMatchInlineSnapshot(`
      "
        1 │ loss(
          │ ─────… all of it
      "
    `)
  })

  it('cuts a long line around its place, and pulls a long label to the left', () => {
    const long = `const table = [${Array.from({ length: 100 }, (_, index) => index).join(', ')}]`
    const at = long.indexOf('77') + 1
    expect(
      draw(long, label(1, at, at + 2, 'a label that is long enough to end beyond the right edge of the frame, wherever it begins')),
    ).toMatchInlineSnapshot(`
      "
        1 │ 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 
          │                                         ──
          │                                a label that is long enough to end beyond the right edge of the frame, wherever it begins
      "
    `)
  })

  it('leaves out a place that the file does not have any more', () => {
    expect(frame('one line', [label(7, 1, 2, 'gone')], plain)).toEqual([])
  })

  it('keeps control characters from the terminal, and takes CRLF for one line break', () => {
    expect(draw('a\u001b[31m\r\nb', label(2, 1, 2, 'second'), label(1, 1, 2, 'first'))).toMatchInlineSnapshot(`
      "
        1 │ a·[31m
          │ ─ first
        2 │ b
          │ ─ second
      "
    `)
  })
})
