import { describe, expect, it } from 'vitest'
import { readNotebook } from '../../../src/frontends/notebook/cells.js'
import { notebook } from '../../../src/frontends/notebook/index.js'
import { lintFiles, lowerPython } from './print.js'

const code = (source: string | readonly string[]) => ({ cell_type: 'code', source })
const written = (...cells: unknown[]) => JSON.stringify({ cells, nbformat: 4 })

describe('cells', () => {
  it.each([
    ['a text', written(code('x = 1\nprobe(x)'))],
    ['lines', written(code(['x = 1\n', 'probe(x)']))],
    [
      'several cells',
      written(code('x = 1'), { cell_type: 'markdown', source: 'x = 2' }, { cell_type: 'raw', source: 'x = 3' }, code('probe(x)')),
    ],
    ['nbformat 3', JSON.stringify({ nbformat: 3, worksheets: [{ cells: [{ cell_type: 'code', input: ['x = 1\n', 'probe(x)'] }] }] })],
    ['language of the kernel', JSON.stringify({ cells: [code('x = 1\nprobe(x)')], metadata: { kernelspec: { language: 'python' } } })],
    ['CRLF', written(code('x = 1\r\nprobe(x)'))],
  ])('%s', (_, text) => {
    const { probes, module } = lowerPython(text, 'a.ipynb')
    expect(module.errors).toEqual([])
    expect(probes).toEqual(['x=1'])
  })

  it.each([
    ['no JSON', '{"cells": [', /^it is no notebook \(.*\); export it anew$/],
    ['no object', '[]', /^it holds no cells$/],
    ['nothing', 'null', /^it holds no cells$/],
    ['no cells', '{}', /^it holds no cells$/],
    [
      'another language',
      JSON.stringify({ cells: [], metadata: { kernelspec: { language: 'R' } } }),
      /^its code is R, and only that of Python is read$/,
    ],
    [
      'another language, in another way',
      JSON.stringify({ cells: [], metadata: { language_info: { name: 'julia' } } }),
      /^its code is julia/,
    ],
  ])('%s', (_, text, reason) => {
    expect(lowerPython(text, 'a.ipynb').module.unread).toMatch(reason)
  })

  it.each([[[null, 1, 'x', {}, { cell_type: 'code' }, { cell_type: 'code', source: 1 }, { cell_type: 'code', source: [1, null] }]]])(
    'puts up with cells that are none',
    (cells) => {
      expect(lowerPython(JSON.stringify({ cells }), 'a.ipynb').module.errors).toEqual([])
    },
  )
})

describe('magics', () => {
  it.each([
    ['%matplotlib inline', 'pass'],
    ['%time y = f(x)', 'pass; y = f(x)'],
    ['%timeit f(x)', 'pass'],
    ['print("%d"\n  % x)', 'print("%d"\n  % x)'],
    ['!pip install torch', 'pass'],
    ['!!ls', 'pass'],
    ['?f', 'pass'],
    ['??f', 'pass'],
    ['f?', 'pass'],
    ['a.b.f??', 'pass'],
    ['files = !ls', 'pass'],
    ['a, b = %timeit f()', 'pass'],
    ['  %time f()', '  pass; f()'],
    ['  !ls', '  pass'],
    ['x = y != z', 'x = y != z'],
    ['x = a %b', 'x = a %b'],
    ['x = 1 # ?', 'x = 1 # ?'],
    ['%%time\ny = 1', 'pass\ny = 1'],
    ['\n%%capture out\ny = 1', '\npass\ny = 1'],
    ['%%timeit -n 10\ny = 1', 'pass\ny = 1'],
    ['%%bash\npip install torch\nls', '\n\n'],
    ['%%writefile a.py\nimport torch', '\n'],
    ['%%html\n<b>', '\n'],
  ])('%j', (source, expected) => {
    expect(readNotebook(written(code(source))).cells[0]!.text).toBe(expected)
  })
})

describe('places', () => {
  it('count lines within the cell, and cells of all kinds', () => {
    const { view } = notebook
    const found = view!(written({ cell_type: 'markdown', source: 'x' }, code('a = 1\nb = 2'), code('c = 3')))
    expect(found.text).toBe('a = 1\nb = 2\nc = 3')
    expect([1, 2, 3].map(found.locate)).toEqual([
      { line: 1, cell: 2 },
      { line: 2, cell: 2 },
      { line: 1, cell: 3 },
    ])
  })

  it('are those of findings and problems', () => {
    const cells = [
      code('import torch.nn.functional as F'),
      code('f = (1'),
      code('%time\np = F.softmax(x, -1)\nF.cross_entropy(p, y)'),
      code('g = 1)'),
    ]
    const { findings, problems } = lintFiles({ 'a.ipynb': written(...cells) })
    expect(findings.map(({ rule, at, related }) => [rule, at?.cell, at?.line, related[0]?.at.cell, related[0]?.at.line])).toEqual([
      ['probabilities-as-logits', 3, 3, 3, 2],
    ])
    expect(problems).toEqual([
      { file: 'a.ipynb', message: 'does not parse: `(` is never closed (cell 2, line 1, column 5); the rest of the file was checked' },
    ])
  })

  it('ends statements where cells end', () => {
    const cells = [code('x = [1,'), code('y = 2'), code('probe(x, y)')]
    expect(lowerPython(written(...cells), 'a.ipynb').probes).toEqual(['x=?it does not parse, y=2'])
  })
})

it('takes no time over large outputs', () => {
  const outputs = Array.from({ length: 30 }, () => ({ data: { 'image/png': 'A'.repeat(1_000_000) } }))
  const cells = [{ ...code('import torch.nn.functional as F\nF.cross_entropy(F.softmax(x, -1), y)'), outputs }]
  expect(lintFiles({ 'a.ipynb': written(...cells) }).findings).toHaveLength(1)
})
