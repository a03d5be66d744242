import { describe, expect, it } from 'vitest'
import { lintFiles, lowerPython } from './print.js'

function read(...lines: string[]) {
  const { module, probes } = lowerPython(`${lines.join('\n')}\n`)
  return { probes, errors: module.errors.map(({ line, column, message }) => `${line}:${column} ${message}`) }
}

describe('what does not parse', () => {
  it.each([
    ['a broken line', ['def f():', '  a = g()', '  b = = 3', '  probe(a)', 'probe(1)'], ['a=g()', '1'], '3:7 `=` is no Python here'],
    [
      'a bracket that is never closed',
      ['def f(x):', '  y = g(x', '  probe(y)', '  return y', 'class A:', '  def m(self): probe(self)'],
      ['y=?it does not parse', 'this:A'],
      '2:8 `(` is never closed',
    ],
    ['one that the file ends in', ['x = 1', 'y = [x,', '  2,'], [], '2:5 `[` is never closed'],
    [
      'one over several lines',
      ['x = g(', '  a,', '  [b', 'y = 2', 'probe(y)', 'def f(): probe(1)'],
      ['y=2', '1'],
      '1:6 `(` is never closed',
    ],
    ['one in the head of a function', ['def f(x:', '  return probe(1)', 'probe(2)', 'import a'], ['1', '2'], '1:6 `(` is never closed'],
    ['one in the head of a branch', ['if (x:', '  probe(1)', 'else:', '  probe(2)', 'import a'], ['1', '2'], '1:4 `(` is never closed'],
    ['a bracket that closes nothing', ['x = 1)', 'probe(x)'], ['x=?it does not parse'], '1:6 `)` closes nothing'],
    ['brackets of two kinds', ['x = (1]', 'probe(2)'], ['2'], '1:7 `]` closes nothing'],
    [
      'brackets in texts and comments',
      ['x = "(" # (', "y = '''", "((('''", 'z = = 1', 'probe(x, y)'],
      ['x="(", y="\\n((("'],
      '4:5 `=` is no Python here',
    ],
    ['a text without an end', ['x = "abc', 'probe(1)'], ['1'], '1:5 `"` is no Python here'],
    ['a colon that is missing', ['x = 1', 'if x', '  probe(x)', 'probe(2)'], ['x=1', '2'], '2:1 `if x` is no Python here'],
  ])('%s', (_, lines, probes, error) => {
    const found = read(...lines)
    expect(found.errors[0]).toBe(error)
    expect(found.probes).toEqual(probes)
  })

  it('spoils what a broken statement sets, and nothing else', () => {
    const text = [
      'import torch.nn.functional as F',
      'p = x',
      'p = F.softmax(x',
      'F.cross_entropy(p, y)',
      'F.cross_entropy(F.softmax(x, -1), y)',
      'import a',
    ]
    const { uses, problems } = lintFiles({ 'a.py': text })
    expect(uses.map(({ verdict }) => verdict)).toEqual(['unknown', 'finding'])
    expect(problems).toEqual([
      { file: 'a.py', message: 'does not parse: `(` is never closed (line 3, column 14); the rest of the file was checked' },
    ])
  })

  const hostile = [
    '['.repeat(3000),
    '('.repeat(3000),
    `x = ${'('.repeat(2000)}1${')'.repeat(2000)}`,
    `x = ${'f('.repeat(3000)}${')'.repeat(3000)}`,
    `x = ${'['.repeat(3000)}${']'.repeat(3000)}`,
    `x = ${'not '.repeat(3000)}a`,
    `x = ${'lambda: '.repeat(2000)}a`,
    `x = ${'a if b else '.repeat(2000)}c`,
    `${'a = '.repeat(3000)}1`,
    `x = [a ${'for b in c '.repeat(1000)}]`,
    Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}def f():\n`).join(''),
    Array.from({ length: 90 }, (_, level) => `${' '.repeat(level)}class A:\n`).join(''),
    `x = a${'.b()'.repeat(5000)}`,
    'f(\n'.repeat(2000),
    'x = 1)\n'.repeat(2000),
    'def (x): pass\nclass : pass\nimport\nfrom . import\nfrom x import (\n@\nlambda\nmatch x:\n  case\nwith as y:\ntry:\nfor in x:\nx[\ndel\nglobal\nyield from',
    '\0\u0001 def ) ( => ] import from {{{ """ f"{',
    String.fromCharCode(...Array.from({ length: 5000 }, (_, index) => (index * 7919) % 65536)),
  ]
  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('never throws: %s', (_, text) => {
    const { problems } = lintFiles({ 'a.py': `${text}\nimport torch.nn.functional as F\n` })
    expect(problems.filter(({ internal }) => internal)).toEqual([])
  })

  it('tells that a file is too large, and what to do', () => {
    const text = `import torch.nn.functional as F\n${'x = f(1)\n'.repeat(300_000)}`
    expect(lintFiles({ 'a.py': text }).problems).toEqual([
      { file: 'a.py', message: 'was not looked at: it holds more than 2 MB of Python; move the code that trains into a file of its own' },
    ])
  })
})

describe('ways to write the same', () => {
  const text = 'import torch.nn.functional as F\nif 1:\n  p = F.softmax(x, -1)\n  F.cross_entropy(p, y)\n'
  it.each([
    ['as it is', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['tabs', text.replaceAll('  ', '\t')],
    ['form feeds between lines', text.replace('if', '\fif')],
    ['a byte order mark', `\uFEFF${text}`],
    ['letters beyond ASCII', `"é日本語🎉"; ${text}`],
    ['no line break at the end', text.trimEnd()],
  ])('%s', (_, written) => {
    const { uses, findings, problems } = lintFiles({ 'a.py': written })
    expect(problems).toEqual([])
    expect(uses).toHaveLength(1)
    expect(findings[0]?.at).toMatchObject({ line: 4, endLine: 4 })
  })

  it.each([
    ['nothing', ''],
    ['a comment', '# cross_entropy'],
    ['blank lines', '\n\n  \n'],
    ['a text', '"""about"""'],
  ])('is fine with %s alone', (_, written) => {
    expect(lintFiles({ 'a.py': written })).toMatchObject({ uses: [], problems: [] })
  })
})
