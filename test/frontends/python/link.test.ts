import { describe, expect, it } from 'vitest'
import { notebook } from '../../../src/frontends/notebook/index.js'
import { python } from '../../../src/frontends/python/index.js'
import { lintFiles, lowerPython, verdicts } from './print.js'

describe('files', () => {
  it('handles Python and notebooks', () => {
    const names = ['a.py', 'a.pyw', 'A.PY', 'a.pyi', 'a.pyc', 'py', 'a.ipynb', 'a.ts']
    expect(names.filter(python.handles)).toEqual(['a.py', 'a.pyw', 'A.PY'])
    expect(names.filter(notebook.handles)).toEqual(['a.ipynb'])
  })
})

describe('imports', () => {
  it.each([
    ['import a', 'a', 'a#*'],
    ['import a.b', 'a', 'a#*'],
    ['import a.b', 'a.b', 'a.b#*'],
    ['import a.b', 'a.b.c', 'a.b#*.c'],
    ['import a.b', 'a.c', 'a#*.c'],
    ['import a.b as c', 'c', 'a.b#*'],
    ['import a, b.c as d', 'a, d', 'a#*, b.c#*'],
    ['from a import b', 'b', 'a#b'],
    ['from a.b import c as d', 'd', 'a.b#c'],
    ['from a import (b, c,)', 'b, c', 'a#b, a#c'],
    ['from . import a', 'a', '.#a'],
    ['from .a import b', 'b', '.a#b'],
    ['from ..a.b import c', 'c', '..a.b#c'],
    ['from ... import a as b', 'b', '...#a'],
    ['from . . a import b', 'b', '..a#b'],
    ['import a.b\na = c', 'a.b', 'a=c.b'],
  ])('%s', (text, args, expected) => {
    expect(lowerPython(`${text}\nprobe(${args})\n`).probes).toEqual([expected])
  })

  it('are of the function that holds them', () => {
    expect(lowerPython('def f():\n  import a\n  from b import c\n  probe(a, c)\n').probes).toEqual(['a#*, b#c'])
    expect(lowerPython('import a.b\ndef f(a): probe(a.b)\n').probes).toEqual(['@a.b'])
  })

  it('are told of, and what they bring in whole', () => {
    const { module } = lowerPython('import a.b\nfrom .c import d\nfrom e import *\ntry:\n  from .f import *\nexcept E: pass\n')
    expect(module.imports).toEqual(['a.b', '.c', 'e', '.f'])
    expect(module.stars).toEqual(['e', '.f'])
  })
})

describe('links', () => {
  const files = [
    ...[
      'main.py',
      'util.py',
      'pkg/__init__.py',
      'pkg/a.py',
      'pkg/sub/__init__.py',
      'pkg/sub/deep.py',
      'src/inner.py',
      'src/lib/__init__.py',
    ],
    ...['names/part.py', 'notes.ipynb', 'both.py', 'both/__init__.py', 'app/run.py', 'app/own.py', 'util/deep.py'],
  ]
  const host = { read: (path: string) => (files.includes(path) ? '' : undefined), isFile: (path: string) => files.includes(path) }
  const linked = (specifier: string, from: string) => {
    const link = python.link(specifier, from, host)
    return link.to === 'file'
      ? link.file
      : link.to === 'package'
        ? ['package', link.name, ...(link.path ?? [])].join(' ')
        : `nothing: ${link.reason}`
  }

  it.each([
    ['util', 'main.py', 'util.py'],
    ['util', 'pkg/sub/deep.py', 'util.py'],
    ['pkg', 'main.py', 'pkg/__init__.py'],
    ['pkg.a', 'main.py', 'pkg/a.py'],
    ['pkg.sub', 'main.py', 'pkg/sub/__init__.py'],
    ['pkg.a', 'pkg/sub/deep.py', 'pkg/a.py'],
    ['inner', 'main.py', 'src/inner.py'],
    ['lib', 'src/inner.py', 'src/lib/__init__.py'],
    ['names.part', 'main.py', 'names/part.py'],
    ['notes', 'main.py', 'notes.ipynb'],
    ['both', 'main.py', 'both.py'],
    ['own', 'app/run.py', 'app/own.py'],
    ['.', 'pkg/a.py', 'pkg/__init__.py'],
    ['.a', 'pkg/__init__.py', 'pkg/a.py'],
    ['..a', 'pkg/sub/deep.py', 'pkg/a.py'],
    ['..', 'pkg/sub/deep.py', 'pkg/__init__.py'],
    ['...util', 'pkg/sub/deep.py', 'util.py'],
    ['.nothing', 'pkg/a.py', 'nothing: .nothing not found'],
    ['.', 'names/part.py', 'nothing: . not found'],
    ['torch', 'main.py', 'package pypi:torch'],
    ['torch.nn.functional', 'main.py', 'package pypi:torch nn functional'],
  ])('%s from %s', (specifier, from, expected) => {
    expect(linked(specifier, from)).toBe(expected)
  })

  it.each([
    ['a', 'b', 'a.b'],
    ['.', 'b', '.b'],
    ['..', 'b', '..b'],
    ['.a', 'b', '.a.b'],
  ])('what is inside %s', (specifier, name, expected) => {
    expect(python.inner!(specifier, name)).toBe(expected)
  })
})

describe('meaning', () => {
  const act = ['import torch.nn.functional as F', 'def probs(x): return F.softmax(x, -1)']
  const use = (lines: string, value: string) => [lines, 'import torch.nn.functional as F', `F.cross_entropy(${value}, y)`]

  it.each([
    ['from act import probs', 'probs(x)'],
    ['from act import probs as p', 'p(x)'],
    ['from act import *', 'probs(x)'],
    ['import act', 'act.probs(x)'],
    ['import pkg.act', 'pkg.act.probs(x)'],
    ['import pkg.act as a', 'a.probs(x)'],
    ['import pkg', 'pkg.act.probs(x)'],
    ['import pkg', 'pkg.probs(x)'],
    ['import pkg', 'pkg.again(x)'],
    ['import pkg', 'pkg.second(x)'],
    ['from pkg import act', 'act.probs(x)'],
    ['from pkg import probs', 'probs(x)'],
    ['from pkg.sub import probs', 'probs(x)'],
    ['from pkg.sub.deep import near', 'near(x)'],
    ['import inner', 'inner.probs(x)'],
    ['from names import part', 'part.probs(x)'],
    ['def f():\n  global probs\n  from act import probs\nf()', 'probs(x)'],
    ['try:\n  import act\nexcept ImportError:\n  import pkg.act as act', 'act.probs(x)'],
  ])('%s: %s', (lines, value) => {
    const report = lintFiles({
      'main.py': use(lines, value),
      'act.py': act,
      'pkg/__init__.py': 'from . import act\nfrom .act import probs, probs as again\nfrom pkg import act as other\nsecond = other.probs\n',
      'pkg/act.py': act,
      'pkg/sub/__init__.py': 'from ..act import *\n',
      'pkg/sub/deep.py': 'from .. import act\nfrom ...act import probs\ndef near(x): return act.probs(probs(x))\n',
      'src/inner.py': act,
      'names/part.py': act,
    })
    expect(verdicts(report)).toEqual(['softmax'])
  })

  it('ends where modules import each other', () => {
    const report = lintFiles({
      'a.py': ['import b', ...act, 'F.cross_entropy(b.again(x), y)'],
      'b.py': 'from a import probs\ndef again(x): return probs(x)\n',
      'c.py': ['from d import *', 'from torch.nn.functional import *', 'def f(x): return softmax(x, -1)', 'cross_entropy(g(x), y)'],
      'd.py': 'from c import *\ndef g(x): return f(x)\n',
      'e/__init__.py': 'from . import *\nfrom .e import *\nimport torch.nn.functional as F\nF.cross_entropy(nothing(x), y)\n',
    })
    expect(verdicts(report)).toEqual(['softmax', 'softmax', 'unknown'])
    expect(report.problems).toEqual([])
  })
})
