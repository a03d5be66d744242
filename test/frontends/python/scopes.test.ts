import { describe, expect, it } from 'vitest'
import { judged, lowerPython, probes } from './print.js'

describe('scopes', () => {
  it.each([
    ['function', ['x = 1', 'def f():', '  x = 2', '  probe(x)', 'probe(x)'], ['x=2', 'x=1']],
    ['function that reads what is set later', ['x = 1', 'def f():', '  probe(x)', 'x = 2'], ['shared x']],
    [
      'names of a class, which its methods do not see',
      ['class C:', '  x = 1', '  probe(x)', '  def m(self):', '    probe(x)'],
      ['x=1', 'x'],
    ],
    ['names of a class, in what a comprehension goes through', ['class C:', '  xs = [1]', '  ys = [x for x in probe(xs)]'], ['xs=[1]']],
    ['names of a class, in a comprehension', ['x = 1', 'class C:', '  x = 2', '  y = [probe(x) for i in r]'], ['x=1']],
    ['name of a class that has no value yet', ['def x(): pass', 'class C:', '  x = x', '  probe(x)'], ['x=function x']],
    ['class in a class', ['class A:', '  class B:', '    def m(self):', '      probe(self, A, B)'], ['this:B, class A, B']],
    ['comprehension', ['x = 0', 'ys = [probe(x) for x in xs]', 'probe(x)'], ['@x', 'x=0']],
    ['comprehension that takes apart', ['ys = {probe(a, b): c for a, (b, *c) in xs}'], ['a=@item.0, b=@item.1.0']],
    ['walrus', ['if (n := f(1)) > 2:', '  probe(n)'], ['n=f(1)']],
    ['walrus in a comprehension', ['ys = [(y := g(x)) for x in xs]', 'probe(y)'], ['shared y']],
    ['global', ['x = 1', 'def f():', '  global x', '  x = 2', '  probe(x)', 'probe(x)'], ['x=2', 'x=1']],
    ['global is of its own function only', ['def f():', '  global x', '  def g():', '    x = 2', '    probe(x)', '  x = 3'], ['x=2']],
    ['nonlocal', ['def f():', '  x = 1', '  def g():', '    nonlocal x', '    x = 2', '  g()', '  probe(x)'], ['x=1']],
    ['parameter that is given another value', ['def f(a):', '  a = g(a)', '  probe(a)'], ['a=g(@a)']],
    [
      'parameter with a default in the body',
      ['def f(a=None):', '  if a is None:', '    a = 3', '  probe(a)'],
      ['branch(a=3 if #1===null | @a if #1===!null)'],
    ],
    [
      'receiver that is given another value',
      ['class A:', '  def m(self):', '    self = wrap(self)', '    probe(self)'],
      ['this=wrap(this:A)'],
    ],
    ['del', ['x = 1', 'del x', 'probe(x)'], ['x=undefined']],
    ['swap', ['a = 1', 'b = 2', 'a, b = b, a', 'probe(a, b)'], ['a=[b=2, a=1].0, b=[b=2, a=1].1']],
    ['name that nothing declares', ['probe(x, len)'], ['x, len']],
    ['name of what was thrown', ['try:', '  f()', 'except E as e:', '  probe(e)'], ['e=?it is a thrown value']],
    [
      'definitions that a test chooses',
      ['if c:', '  def f(): pass', 'else:', '  def f(): pass', 'probe(f)'],
      [expect.stringMatching(/^branch/)],
    ],
    [
      'import that a test chooses',
      ['if c:', '  from a import f', 'else:', '  from b import f', 'probe(f)'],
      ['branch(a#f if c=true | b#f if c=false)'],
    ],
    ['import that may fail', ['try:', '  import a', 'except ImportError:', '  a = None', 'probe(a)'], ['branch(a=a#* | a=null)']],
    ['import of one or the other', ['try:', '  import a', 'except ImportError:', '  import b as a', 'probe(a)'], ['branch(a#* | b#*)']],
    ['method and variable of one name', ['class C:', '  x = 1', '  def x(self): pass', '  probe(x)'], ['function C.x']],
    ['method that is wrapped', ['class C:', '  def f(self): pass', '  f = wrap(f)', '  probe(f)'], ['f=wrap(function C.f)']],
  ])('%s', (_, lines, expected) => {
    expect(probes(...lines)).toEqual(expected)
  })

  it('writes down what functions leave in variables that they share', () => {
    const { ends } = lowerPython('x = 1\ndef f():\n  x = 5\n  def g():\n    global x\n    x = 2\n  probe(x)\n')
    expect(ends('x')).toEqual(['module: x=1', 'function f.g: x=2'])
  })
})

describe('meaning', () => {
  it.each([
    [
      'what a walrus in a comprehension leaves',
      ['ys = [w for x in z if (w := F.softmax(x, -1)) is not None]', 'F.cross_entropy(w, y)', 'F.cross_entropy(ys[0], y)'],
      ['softmax', 'softmax'],
    ],
    ['a global set by a function', ['def f():', '  global p', '  p = F.softmax(x, -1)', 'f()', 'F.cross_entropy(p, y)'], ['softmax']],
    [
      'a global past a local of the same name',
      ['def f():', '  p = 1', '  def g():', '    global p', '    p = F.softmax(x, -1)', '  g()', 'f()', 'F.cross_entropy(p, y)'],
      ['softmax'],
    ],
    [
      'a nonlocal set by an inner function',
      ['def f():', '  p = None', '  def g():', '    nonlocal p', '    p = F.softmax(x, -1)', '  g()', '  F.cross_entropy(p, y)'],
      ['softmax'],
    ],
    ['a variable of a loop after it', ['for x in xs:', '  p = F.softmax(x, -1)', 'F.cross_entropy(p, y)'], ['softmax']],
  ])('%s', (_, lines, expected) => {
    expect(judged(...lines)).toEqual(expected)
  })
})
