import { describe, expect, it } from 'vitest'
import { judged, lowerPython, probes } from './print.js'

describe('branches', () => {
  it.each([
    ['if', ['x = 1', 'if c: x = 2', 'probe(x)'], 'branch(x=2 if c=true | x=1 if c=false)'],
    [
      'elif and else',
      ['if a: x = 1', 'elif b: x = 2', 'else: x = 3', 'probe(x)'],
      'branch(x=1 if a=true | branch(x=2 if b=true | x=3 if b=false) if a=false)',
    ],
    ['comparison with a text', ["if s == 'a': x = 1", 'else: x = 2', 'probe(x)'], 'branch(x=1 if s===a | x=2 if s===!a)'],
    ['comparison with nothing', ['x = 1', 'if s is not None: x = 2', 'probe(x)'], 'branch(x=2 if s===!null | x=1 if s===null)'],
    ['sides that do not go on', ['def f():', '  x = 1', '  if c:', '    x = 2', '    raise E', '  probe(x)'], 'x=1'],
    ['what a script does', ["if __name__ == '__main__': x = 1", 'probe(x)'], 'x=1'],
    ['what a script does, the other way round', ["if ('__main__' == __name__): x = 1", 'probe(x)'], 'x=1'],
    [
      'what a module does',
      ["if __name__ == '__main__': x = 1", 'else: x = 2', 'probe(x)'],
      'branch(x=1 if __name__===__main__ | x=2 if __name__===!__main__)',
    ],
    ['try', ['x = 1', 'try: x = f()', 'except E: x = [x]', 'probe(x)'], 'branch(x=f() | x=[branch(x=1 | x=f())])'],
    [
      'try with all its clauses',
      ['try: x = 1', 'except A: x = 2', 'except (B, C) as e: x = 3', 'else: x = 4', 'finally: y = 5', 'probe(x, y)'],
      'branch(x=4 | x=2 | x=3), y=5',
    ],
    ['try of Python 2', ['try: x = 1', 'except E, e: x = e', 'probe(x)'], 'branch(x=1 | x=e=?it is a thrown value)'],
    ['try that raises anew', ['x = 1', 'try: x = 2', 'except E: raise', 'probe(x)'], 'x=2'],
    ['with', ['with f() as a, g() as (b, c): probe(a, b, c)'], 'a=(enter f()), b=(enter g()).0, c=(enter g()).1'],
    ['with in parentheses', ['with (f() as a, g() as b,): probe(a, b)'], 'a=(enter f()), b=(enter g())'],
    ['with and no name', ['with f(): x = 1', 'probe(x)'], 'x=1'],
    ['assert', ['assert a', 'x = 1 if a else 2', 'probe(x)'], 'x=branch(1 if a=true | 2 if a=false)'],
    ['print of Python 2', ['print "a", probe(1)'], '1'],
    ['print into a file, of Python 2', ['print >>f, probe(1)'], '1'],
    ['exec of Python 2', ['exec "code" in d', 'probe(1)'], '1'],
    ['two statements on a line', ['x = 1; probe(x)'], 'x=1'],
    ['a line that goes on', ['x = 1 + \\', '  2', 'probe(x)'], 'x=(+ 1 2)'],
  ])('%s', (_, lines, expected) => {
    expect(probes(...lines)).toEqual([expected])
  })
})

describe('match', () => {
  const matched = (pattern: string, body = 'probe(y)') => probes('y = 0', 'match x:', `  case ${pattern}: y = 1`, body)

  it.each([
    ['1', 'branch(y=1 if x===1 | y=0 if x===!1)'],
    ['-1', 'branch(y=1 if x===-1 | y=0 if x===!-1)'],
    ["'a' | 'b'", 'branch(y=1 if ||(===(x,"a"),===(x,"b"))=true | y=0 if x===!a & x===!b)'],
    ['None', 'branch(y=1 if x===null | y=0 if x===!null)'],
    ['_', 'y=1'],
    ['z', 'y=1'],
    ['z if z > 2', 'branch(y=1 if >(x,2)=true | y=0 if >(x,2)=false)'],
    ['1 if c', 'branch(y=1 if x===1 & c=true | y=0 if &&(===(x,1),c)=false)'],
    ['1 as z', 'branch(y=1 if x===1 | y=0 if x===!1)'],
  ])('case %s', (pattern, expected) => {
    expect(matched(pattern)).toEqual([expected])
  })

  it('goes on to the next case where a guard fails', () => {
    expect(probes('match x:', '  case a if a > 3: y = 1', '  case _: y = 2', 'probe(y)')).toEqual([
      'branch(y=1 if >(x,3)=true | y=2 if >(x,3)=false)',
    ])
  })

  it.each([
    ['a', 'a', 'a=x'],
    ['1 as a', 'a', 'a=x'],
    ['a, b', 'b', 'b=?it is a part of what a `match` looks at'],
    ['[a, *b]', 'b', 'b=?it is a part of what a `match` looks at'],
    ["{'k': a, **b}", 'a', 'a=?it is a part of what a `match` looks at'],
    ['P(1, k=a)', 'a', 'a=?it is a part of what a `match` looks at'],
    ['P.Q', 'P', 'P'],
  ])('case %s gives %s a value', (pattern, name, expected) => {
    expect(probes('match x:', `  case ${pattern}:`, `    probe(${name})`)).toEqual([expected])
  })

  it('takes different patterns for different questions', () => {
    const lines = ['match x:', '  case [a]: y = 1', '  case {"k": a}: y = 2', '  case [b]: y = 3', '  case _: y = 4', 'probe(y)']
    const keys = [...probes(...lines)[0]!.matchAll(/matches\(x,"(.*?)\)"\)=true/g)].map((match) => match[1])
    expect(new Set(keys).size).toBe(3)
  })
})

describe('loops', () => {
  it.each([
    ['for', ['h = x', 'for l in ls: h = l(h)', 'probe(h)'], 'loop(h=x | h=l=item of ls(↺))'],
    ['for that takes apart', ['for i, (a, b) in enumerate(xs): probe(b)'], 'b=item of enumerate(xs).1.1'],
    ['for into a member', ['o = f()', 'for o.k in ls: pass', 'probe(o)'], 'loop(o=f() | <↺ with .k = item of ls>)'],
    ['break', ['x = 0', 'while c:', '  if d:', '    x = 5', '    break', '  x = x + 1', 'probe(x)'], 'branch(loop(x=0 | x=(+ ↺ 1)) | x=5)'],
    [
      'continue',
      ['x = 0', 'for i in r:', '  if c: continue', '  x = i', 'probe(x)'],
      'loop(x=0 | branch(x=i=item of r if c=false | ↺ if c=true))',
    ],
    ['while True', ['while True:', '  x = f()', '  if x: break', 'probe(x)'], 'x=f()'],
    ['else after a break', ['x = 0', 'for a in b:', '  if c:', '    x = 1', '    break', 'else: x = 2', 'probe(x)'], 'branch(x=2 | x=1)'],
    ['else that always comes', ['for a in b: x = 1', 'else: x = 2', 'probe(x)'], 'x=2'],
    ['else of while', ['x = 0', 'while c:', '  if d: break', 'else: x = 2', 'probe(x)'], 'branch(x=2 | x=0)'],
    ['else that does not go on', ['def f():', '  for a in b:', '    x = 1', '    if c: break', '  else: return', '  probe(x)'], 'x=1'],
  ])('%s', (_, lines, expected) => {
    expect(probes(...lines)).toEqual([expected])
  })
})

describe('meaning', () => {
  it.each([
    [
      'what a loop leaves that was broken off',
      ['for x in xs:', '  if x: ', '    p = F.softmax(x, -1)', '    break', 'else:', '  p = F.softmax(z, -1)', 'F.cross_entropy(p, y)'],
      ['softmax'],
    ],
    ['a case', ['match k:', '  case 1: p = F.softmax(x, -1)', '  case _: p = F.softmax(z, -1)', 'F.cross_entropy(p, y)'], ['softmax']],
    ['with', ['with torch.no_grad():', '  p = F.softmax(x, -1)', 'F.cross_entropy(p, y)'], ['softmax']],
    ['try', ['try:', '  p = F.softmax(x, -1)', 'except E:', '  raise', 'F.cross_entropy(p, y)'], ['softmax']],
    [
      'a decision taken twice',
      ['if a: p = F.softmax(x, -1)', 'else: p = x', 'if a: F.nll_loss(torch.log(p), y)', 'else: F.cross_entropy(p, y)'],
      ['unknown', 'unknown'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(judged(...lines)).toEqual(expected)
  })
})

describe('many', () => {
  it.each([
    ['alternatives', `if a: pass\n${'elif b == 1: f(x)\n'.repeat(3000)}`, 3000],
    ['cases', `match x:\n${'  case 1 if y: f(x)\n'.repeat(2000)}`, 2000],
    ['chained calls', `x = a${'.b(c)'.repeat(1500)}\n`, 1500],
    ['terms', `x = ${Array(3000).fill('f(a)').join(' + ')}\n`, 3000],
    ['conditions', `x = ${Array(5000).fill('f(a)').join(' and ')}\n`, 5000],
    ['functions', Array.from({ length: 3000 }, (_, index) => `def f${index}(x): return f${index - 1}(x)\n`).join(''), 3000],
    ['values in a text', `x = f"${'{f(a)}'.repeat(5000)}"\n`, 5000],
  ])('%s', (_, text, calls) => {
    const { module } = lowerPython(text)
    expect(module.errors).toEqual([])
    expect(module.calls).toHaveLength(calls)
  })

  it('takes time in proportion to large literals', () => {
    expect(lowerPython(`x = [${'[1.5, 2, 3],'.repeat(20_000)}]\n`).builder.nodes).toHaveLength(20_000 * 4 + 2)
  })
})
