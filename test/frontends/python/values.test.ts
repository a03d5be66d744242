import { describe, expect, it } from 'vitest'
import { lowerPython, probes } from './print.js'

describe('values', () => {
  it.each([
    ['numbers', '1, 1.5, 0x1f, 1_000, 1e-3, -1, 1j', '1, 1.5, 31, 1000, 0.001, -1, ?it is a complex number'],
    ['constants', 'True, False, None, ...', 'true, false, null, "..."'],
    [
      'texts',
      String.raw`'a', "a" 'b', r'\n', 'a\n', u'x', b'x', rb'x', """a"""`,
      String.raw`"a", "ab", "\\n", "a\n", "x", ?it is a text of bytes, ?it is a text of bytes, "a"`,
    ],
    ['f-strings', `f"a{b}c{d!r:>10}", "x" f"{y}"`, '(` "a" b "c" d), (` "x" y)'],
    ['collections', '[1, *a], (1,), (), {1, 2}', '[1, ...a], [1], [], [1, 2]'],
    ['dictionaries', "{'k': 1, x: 2, 3: 4, **a}, {}", '{.k: 1, [x]: 2, .3: 4, ...a}, {}'],
    ['arguments', '*a, k=1, **d', '...a, k: 1, **d'],
    ['arguments after a star', 'a, *b, c', 'a, ...b, c'],
    ['members', "x[0], x['k'], x[k], x.a.b", 'x.0, x.k, x[k], x.a.b'],
    ['indices', 'x[-1], x[[0, 1]], x[(0, 1)], x[0, 1]', '(index x -1), (index x [0, 1]), (index x 0 1), (index x 0 1)'],
    [
      'slices',
      'x[1:], x[:, 0], x[::2], x[a:b, c:]',
      '(index x (slice 1 null)), (index x (slice null null) 0), (index x (slice null null 2)), (index x (slice a b) (slice c null))',
    ],
    ['new axes', 'x[..., None], x[None]', '(index x "..." null), (index x null)'],
    ['comparisons', 'a < b, a == b, a is not None, a != b, a <> b', '(< a b), (=== a b), (!== a null), (!== a b), (!== a b)'],
    ['chained comparison', 'a < b <= c', '(&& (< a b) (<= b c))'],
    ['membership', 'a in b, a not in b', '(contains b a), (! (contains b a))'],
    ['logic', 'a and b or c, not a', '(|| (&& a b) c), (! a)'],
    ['choice', 'a if t else b', 'branch(a if t=true | b if t=false)'],
    ['arithmetic', 'a + b * c, a @ b, a ** b, a // b, ~a, -a', '(+ a (* b c)), (@ a b), (** a b), (// a b), (~ a), (- a)'],
    ['comprehension', '[f(x) for x in xs]', 'map(function, xs)'],
    ['comprehension with a test', '[x for x in xs if x]', 'map(function, filter(function, xs))'],
    ['nested comprehension', '[y for x in xs for y in x]', 'flatten(map(function, xs))'],
    ['dictionary comprehension', '{k: v for k, v in xs}', 'dict(map(function, xs))'],
    ['generator', 'sum(x for x in xs)', 'sum(map(function, xs))'],
    ['getattr', "getattr(a, 'b'), getattr(a, k), getattr(a, 'b', None)", 'a.b, a[k], a.b'],
    ['await and parentheses', '(await a)(b)', 'a(b)'],
  ])('%s', (_, args, expected) => {
    const { builder, module, print } = lowerPython(`probe(${args})\n`)
    const whole = module.calls.map((id) => ({ ...builder.nodes[id]!.span, text: print(id) })).filter(({ start }) => start === 0)
    expect(whole.map(({ text }) => text)).toEqual([`probe(${expected})`])
  })
})

describe('assignment', () => {
  it.each([
    ['several targets', ['a = b = f()', 'probe(a, b)'], 'a=f(), b=f()'],
    ['nested and starred', ['(a, (b, *c)), d = f()', 'probe(a, b, c, d)'], 'a=f().0.0, b=f().0.1.0, c=(rest f().0.1 1 0), d=f().1'],
    ['a list with the star first', ['[*a, b] = f()', 'probe(a, b)'], 'a=(rest f() 0 1), b=(index f() -1)'],
    ['the star in the middle', ['a, *b, c = f()', 'probe(a, b, c)'], 'a=f().0, b=(rest f() 1 1), c=(index f() -1)'],
    ['augmented', ['a = 1', 'a += 2', 'probe(a)'], 'a=(+ a=1 2)'],
    ['with a type', ['a: int = 1', 'probe(a)'], 'a=1'],
    ['with a type alone', ['a: int', 'probe(a)'], 'a'],
    [
      'members and items',
      ['o = f()', "o.a, o['b'], o[k] = 1, 2, 3", 'probe(o)'],
      '<<<o=f() with .a = [1, 2, 3].0> with .b = [1, 2, 3].1> with [k] = [1, 2, 3].2>',
    ],
    ['a slice', ['o = f()', 'o[1:2] = 3', 'probe(o)'], '<o=f() with [(slice 1 2)] = 3>'],
    ['a member augmented', ['o = f()', "o['a'] += 1", 'probe(o)'], '<o=f() with .a = (+ o=f().a 1)>'],
    ['setattr', ['o = f()', "setattr(o, 'a', 1)", 'probe(o)'], '<o=f() with .a = 1>'],
    ['a method that changes', ['o = []', 'o.append(1)', 'probe(o)'], '<o=[] after append(1)>'],
  ])('%s', (_, lines, expected) => {
    expect(probes(...lines)).toEqual([expected])
  })
})

describe('calls', () => {
  it('are found wherever they stand', () => {
    const text = [
      '@a(1)',
      'class C(b(), metaclass=c()):',
      '  d = e()',
      '  @f()',
      '  def m(self, x=g()): return h()',
      'i[j()] = k',
      'assert l(), m()',
      'f"{n():{o()}}"',
      'with p() as q: pass',
      'lambda x=r(): s()',
      '[t() for x in u() if v()]',
      'del w()[0]',
      'raise x() from y()',
    ].join('\n')
    const { module, builder, print } = lowerPython(text)
    const names = module.calls.map((id) => (builder.nodes[id] as { callee?: never }).callee).map(print)
    const written = names.filter((name) => /^[a-z]$/.test(name))
    expect(written.join('')).toBe('abcefghjlmnoprstuvwxy')
  })
})
