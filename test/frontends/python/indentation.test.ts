import { expect, it } from 'vitest'
import { lintFiles } from './print.js'

const problems = (text: string, file = 'a.py') => lintFiles({ [file]: `from torch.nn.functional import nll_loss\n${text}` }).problems

it.each(['def f():\n        a = 1\n    return a\n', 'def f():\n    a = 1\n        b = 2\n', 'x = 1\n  y = 2\n'])(
  'tells of a line that is indented wrongly: %j',
  (text) => {
    expect(problems(text).map(({ message }) => message)).toEqual([
      expect.stringContaining('does not parse: the line is indented unlike those before it'),
    ])
  },
)

it.each([
  'if x:\n\ta = 1\n\tb = 2\n',
  'if x:\n        a = 1\n\tb = 2\n',
  'a = 1; b = 2\nif a: c = 1\n',
  '\f\ndef f():\n  # c\n    a = (1,\n  2)\n    b = 2\n',
])('takes what Python takes: %j', (text) => expect(problems(text)).toEqual([]))
