import { describe, expect, it } from 'vitest'
import { judged, lowerPython, probes } from './print.js'

describe('functions', () => {
  it.each([
    ['all kinds of parameters', ['def f(a, /, b=g(), *c, d, e=1, **k):', '  probe(a, b, c, d, e, k)'], ['@a, @b, ...@c, @d, @e, ...@k']],
    ['keyword-only parameters', ['def f(a, *, b): probe(a, b)'], ['@a, @b']],
    ['parameters with types', ['def f(a: int, b: str = 1, *c: int, **d: int): probe(a, b, c, d)'], ['@a, @b, ...@c, ...@d']],
    ['parameters that are taken apart, in Python 2', ['def f((a, (b, c)), d): probe(a, b, c, d)'], ['a=@.0, b=@.1.0, c=@.1.1, @d']],
    ['lambda', ['f = lambda a, b=1, *c, **d: probe(a, b, c, d)'], ['@a, @b, ...@c, ...@d']],
    ['closure', ['def f(a):', '  def g(): probe(a + 1)', '  return g'], ['(+ @a 1)']],
    ['closure over what is set later', ['def f():', '  def g(): probe(a)', '  a = 1', '  return g'], ['a=1']],
    ['decorated', ['@deco(1)', '@other', 'def f(): pass', 'probe(f)'], ['function f']],
    ['in a loop, with a default', ['for i in r:', '  def f(i=i): probe(i)'], ['@i']],
    ['awaited', ['async def f():', '  x = await g()', '  probe(x)'], ['x=g()']],
    ['asynchronous loop', ['async def f():', '  async for x in y: probe(x)'], ['x=item of y']],
    ['asynchronous with', ['async def f():', '  async with a as b: probe(b)'], ['b=(enter a)']],
    ['with type parameters', ['def f[T: int](a: T) -> T: probe(a)'], ['@a']],
  ])('%s', (_, lines, expected) => {
    expect(probes(...lines)).toEqual(expected)
  })

  it.each([
    ['what is returned', 'def f(a):\n  if a: return 1\n  return 2\n', 'branch(1 if #1=true | 2 if #1=false)'],
    ['what is yielded', 'def f():\n  yield 1\n  yield 2\n', '<<[] after push(1)> after push(2)>'],
    ['what is yielded from another', 'def f():\n  yield from g()\n', '<[] after push(g())>'],
    ['nothing', 'def f(): pass\n', 'nothing'],
    ['nothing but itself in a lambda', 'f = lambda x: x\n', '@x'],
  ])('%s', (_, text, expected) => {
    const { functionNamed, print } = lowerPython(text)
    expect(print(functionNamed('f').definition.result)).toBe(expected)
  })

  it('makes defaults where the function is defined', () => {
    const { functionNamed, builder, print } = lowerPython('a = 1\ndef f(b=a): pass\na = 2\n')
    const parameter = builder.nodes[functionNamed('f').definition.params[0]!]!
    expect(parameter.type === 'parameter' && print(parameter.fallback)).toBe('a=1')
  })

  it('counts parameters that have a position', () => {
    const { functionNamed, builder } = lowerPython('def f(a, *b, c, **d): pass\n')
    const nodes = functionNamed('f').definition.params.map((id) => builder.nodes[id]!)
    expect(nodes.map((node) => node.type === 'parameter' && [node.index, node.rest, node.keywords ?? false])).toEqual([
      [0, false, false],
      [1, true, false],
      [-1, false, false],
      [-1, true, true],
    ])
  })

  it('tells generators and coroutines', () => {
    const { functionNamed } = lowerPython('async def a(): pass\ndef g():\n  x = [(yield 1)]\ndef n():\n  def g(): yield 1\n')
    const kinds = ['a', 'g', 'n'].map((name) => functionNamed(name).definition)
    expect(kinds.map(({ async, generator }) => [async, generator])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
  })
})

describe('meaning', () => {
  const double = 'F.softmax(x, -1)'
  it.each([
    ['a keyword', ['def f(a, *, p): F.cross_entropy(p, y)', `f(1, p=${double})`], ['softmax']],
    ['keywords passed on', ['def g(p=None): F.cross_entropy(p, y)', 'def f(**k): g(**k)', `f(p=${double})`], ['softmax']],
    ['arguments passed on', ['def g(a, p): F.cross_entropy(p, y)', 'def f(*a): g(*a)', `f(1, ${double})`], ['softmax']],
    ['a default', [`def f(p=${double}): F.cross_entropy(p, y)`, 'f()'], ['softmax']],
    [
      'a default that is kept where its variable changes',
      [`p = ${double}`, 'def f(p=p): F.cross_entropy(p, y)', 'p = z', 'f()'],
      ['softmax'],
    ],
    ['a lambda', ['f = lambda x: F.softmax(x, -1)', 'F.cross_entropy(f(x), y)'], ['softmax']],
    ['a generator', ['def f():', `  yield ${double}`, 'for p in f(): F.cross_entropy(p, y)'], ['softmax']],
    ['a coroutine', ['async def f(x): return F.softmax(x, -1)', 'async def g(): F.cross_entropy(await f(x), y)'], ['softmax']],
    [
      'a decorated function',
      ['import torch', '@torch.no_grad()', 'def f(x): return F.softmax(x, -1)', 'F.cross_entropy(f(x), y)'],
      ['softmax'],
    ],
    ['a closure', ['def f():', '  def g(x): return F.softmax(x, -1)', '  return g', 'F.cross_entropy(f()(x), y)'], ['softmax']],
    ['a comprehension', [`ps = [F.softmax(x, -1) for x in xs]`, 'for p in ps: F.cross_entropy(p, y)'], ['softmax']],
  ])('%s', (_, lines, expected) => {
    expect(judged(...lines)).toEqual(expected)
  })
})
