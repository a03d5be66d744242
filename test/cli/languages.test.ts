import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { right } from './programs.js'

const python = 'import torch.nn.functional as F\nF.cross_entropy(F.softmax(x, -1), y)\n'
const notebook = (source: string) => JSON.stringify({ cells: [{ cell_type: 'code', source }] })
const without = (name: string) => ({ node: ['--require', join(import.meta.dirname, name)] })

describe('parsers', () => {
  it('loads that of Python only where a file of Python may hold a loss', () => {
    const cwd = tree({
      'a.ts': right,
      'b.py': 'import numpy\nprint(1)\n',
      'c.ipynb': notebook('print(1)'),
      'setup.py': 'from setuptools import setup\n',
    })
    expect(cli(cwd, ['.'], without('forbid-python.cjs'))).toEqual({ code: 0, stdout: '1 loss call in 4 files: 1 clean\n', stderr: '' })
    expect(cli(tree({ 'a.py': python }), ['.'], without('forbid-python.cjs')).stderr).toContain('the parser of Python was loaded')
  })

  it('loads no compiler for Python', () => {
    const cwd = tree({
      'a.py': python,
      'b.ipynb': notebook(python),
      'c.ts': 'import { a } from "./a"\na()\n',
      'package.json': '{"name": "x"}',
    })
    const { code, stdout } = cli(cwd, ['.'], without('forbid.cjs'))
    expect(stdout).toMatch(/2 loss calls in 3 files: 0 clean, 2 findings · 2 fixable with --fix --unsafe-fixes\n$/)
    expect(code).toBe(1)
  })

  it('takes no file of one language for a caller of the other', () => {
    const step = "import * as tf from '@tensorflow/tfjs'\nexport const step = (p, y) => tf.losses.softmaxCrossEntropy(y, p)\n"
    const cwd = tree({ 'model.ts': step, 'b.py': 'from model import step\nstep(1, 2)\n', 'c.py': 'import model\nmodel.step(1, 2)\n' })
    expect(cli(cwd, ['-f', 'concise', '.'])).toEqual({ code: 0, stdout: '1 loss call in 3 files: 0 clean, 1 not understood\n', stderr: '' })
  })
})

describe('odd files', () => {
  it('are told of with a remedy, and the others are linted', () => {
    const cwd = tree({
      'broken.py': `x = (\n${python}`,
      'good.py': python,
      'nul.py': `${python}\0`,
      'large.py': python + 'x = f(1)\n'.repeat(300_000),
      'other.ipynb': JSON.stringify({ cells: [], metadata: { language_info: { name: 'R' } }, about: 'import cross_entropy' }),
      'torn.ipynb': '{"cells": "import cross_entropy',
      'cell.ipynb': notebook(`${python}x = )`),
    })
    const { code, stdout } = cli(cwd, ['-f', 'concise', '--exit-zero', '.', 'large.py'])
    expect(code).toBe(0)
    expect(stdout.split('\n').filter((line) => line.includes(': problem'))).toEqual([
      'broken.py: problem does not parse: `(` is never closed (line 1, column 5); the rest of the file was checked',
      'cell.ipynb: problem does not parse: `)` closes nothing (cell 1, line 3, column 5); the rest of the file was checked',
      'large.py: problem was not looked at: it holds more than 2 MB of Python; move the code that trains into a file of its own',
      'nul.py: problem is no text in UTF-8, and was not looked at: save it in that encoding',
      'other.ipynb: problem was not looked at: its code is R, and only that of Python is read',
      expect.stringMatching(/^torn\.ipynb: problem was not looked at: it is no notebook \(.*\); export it anew$/),
    ])
    expect(stdout).toMatch(/3 loss calls in 7 files: 0 clean, 3 findings · 3 fixable with --fix --unsafe-fixes · 6 problems\n$/)
  })
})
