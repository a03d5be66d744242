import { describe, expect, it } from 'vitest'
import { lowerText, probe } from './print.js'

describe('branches', () => {
  it.each([
    ['if', 'let x = 1; if (c) x = 2; probe(x)', 'branch(x=2 if c=true | x=1 if c=false)'],
    ['else', 'let x = 1; if (c) { x = 2 } else { x = 3 } probe(x)', 'branch(x=2 if c=true | x=3 if c=false)'],
    ['negation', 'let x = 1; if (!c) x = 2; probe(x)', 'branch(x=2 if c=false | x=1 if c=true)'],
    ['both of two tests', 'let x = 1; if (a && !b) x = 2; probe(x)', 'branch(x=2 if a=true & b=false | x=1 if &&(a,!(b))=false)'],
    [
      'comparison with a literal, as a switch would',
      "let x = 1; if (s === 'a') x = 2; if ('a' != s) x = [x]; probe(x)",
      'branch(x=[branch(x=2 if s===a | x=1 if s===!a)] if s===!a | branch(x=2 if s===a | x=1 if s===!a) if s===a)',
    ],
    ['comparison with a truth', 'let x = 1; if (a !== true) x = 2; probe(x)', 'branch(x=2 if ===(a,true)=false | x=1 if ===(a,true)=true)'],
    [
      'truth and equality of one subject',
      "const x = s === 'a' ? (s ? 1 : 2) : 3; probe(x)",
      'x=branch(branch(1 if s=true | 2 if s=false) if s===a | 3 if s===!a)',
    ],
    ['comparison of values', 'let x = 1; if (a !== b) x = 2; probe(x)', 'branch(x=2 if ===(a,b)=false | x=1 if ===(a,b)=true)'],
    ['sides that do not go on', 'let x = 1; function f() { let x = 1; if (c) { x = 2; return } probe(x) }', 'x=1'],
    ['code that is not reached', 'function f() { return 1; probe(2) }', '2'],
    [
      'assignment inside an operator',
      'let y; const x = a ? (y = 1) : 2; b && (y = 3); probe(y)',
      'branch(y=3 if b=true | branch(y=1 if a=true | y=undefined if a=false) if b=false)',
    ],
    [
      'switch',
      "let x; switch (s) { case 'a': x = 1; break; case 'b': case 'c': x = 2; break; default: x = 3 } probe(x)",
      'branch(x=1 if s===a | x=2 if s===!a | x=3 if s===!a & s===!b & s===!c)',
    ],
    [
      'switch that falls through',
      'let x = 0; switch (s) { case 1: x = 1; case 2: x = [x] } probe(x)',
      'branch(x=[branch(x=0 if s===2 | x=1 if s===1)] | x=0 if s===!1 & s===!2)',
    ],
    ['try', 'let x = 1; try { x = f() } catch (e) { x = [x] } finally { g() } probe(x)', 'branch(x=f() | x=[branch(x=1 | x=f())])'],
    ['throw', 'let x = 1; try { x = 2; throw 1 } catch { x = [x] } probe(x)', 'x=[branch(x=1 | x=2)]'],
    ['labels', 'let x = 0; a: { if (c) break a; x = 1 } probe(x)', 'branch(x=1 if c=false | x=0 if c=true)'],
  ])('%s', (_, source, expected) => {
    expect(probe(source)).toBe(expected)
  })

  it('gives the same test on the same values the same key, and on others another', () => {
    const same = probe('function f(o) { const a = o.k ? 1 : 2; o.z = 1; const b = o.k ? 3 : 4; probe(a, b) }')
    expect(same).toBe('a=branch(1 if #1.k=true | 2 if #1.k=false), b=branch(3 if #1.k=true | 4 if #1.k=false)')
    const changed = probe('function f(o) { const a = o.k ? 1 : 2; o.k = g(); const b = o.k ? 3 : 4; probe(a, b) }')
    expect(changed).toBe('a=branch(1 if #1.k=true | 2 if #1.k=false), b=branch(3 if #2=true | 4 if #2=false)')
    const called = probe('const a = f() ? 1 : 2, b = f() ? 3 : 4; probe(a, b)')
    expect(called).toBe('a=branch(1 if #1=true | 2 if #1=false), b=branch(3 if #2=true | 4 if #2=false)')
  })

  it('asks an inequality the other way round, test and all', () => {
    const { builder, print } = lowerText('const x = a !== b ? 1 : 2')
    const merge = builder.nodes.find((node) => node.type === 'merge')
    expect(merge?.options.map(({ when: [only] }) => [only?.value, print(only?.test)])).toEqual([
      ['false', '(=== a b)'],
      ['true', '(=== a b)'],
    ])
  })

  it('gives a field the same key in all methods of a class', () => {
    const source = 'class C { m() { return this.k ? 1 : 2 } n() { const a = this.k ? 3 : 4; probe(a) } }'
    expect(probe(source)).toBe('a=branch(3 if this@1.k=true | 4 if this@1.k=false)')
  })
})

describe('loops', () => {
  it.each([
    ['for-of', 'let h = x; for (const l of ls) { h = l.apply(h) } probe(h)', 'loop(h=x | h=l=item of ls.apply(↺))'],
    ['for-of that destructures', 'for (const [k, v] of ls) probe(v)', 'v=item of ls.1'],
    ['for-of into a member', 'const o = {}; for (o.k of ls) ; probe(o)', 'loop(o={} | <↺ with .k = item of ls>)'],
    ['for-in', 'for (const k in o) probe(k)', 'k=item of (keys o)'],
    [
      'for, with continue',
      'let x = 0; for (let i = 0; i < 3; i++) { if (c) continue; x = i } probe(x)',
      'loop(x=0 | branch(x=loop(i=0 | i=(+ ↺ 1)) if c=false | ↺ if c=true))',
    ],
    ['while, with break', 'let x = 0; while (c) { if (d) { x = 5; break } x = x + 1 } probe(x)', 'branch(loop(x=0 | x=(+ ↺ 1)) | x=5)'],
    ['while that only a break leaves', 'let x = 0; while (true) { if (d) { x = 5; break } x = x + 1 } probe(x)', 'x=5'],
    ['do', 'let x = 0; do { x++ } while (x < 10); probe(x)', 'x=(+ loop(x=0 | ↺) 1)'],
    [
      'outer loops',
      'let z; o: for (const a of p) for (const b of q) { if (b) continue o; z = b } probe(z)',
      'loop(z=undefined | branch(loop(↺ | z=b=item of q) | loop(↺ | z=b=item of q)))',
    ],
    ['nothing changes', 'const x = 1; for (const a of p) { g(a) } probe(x)', 'x=1'],
    [
      'what a callback changes',
      'let x = a; for (const i of p) { tf.tidy(() => { x = f(x) }) } probe(x)',
      'loop(x=a | branch(↺ | x=f(shared x(↺))))',
    ],
    ['builders', 'const m = s(); for (const l of ls) m.add(l); probe(m)', 'loop(m=s() | <↺ after add(l=item of ls)>)'],
  ])('%s', (_, source, expected) => {
    expect(probe(source)).toBe(expected)
  })

  it('takes nothing for decided that may be otherwise in the next round', () => {
    expect(probe('for (const e of es) { let x = 1; if (e.last) x = 2; probe(x) }')).toBe('branch(x=2 | x=1)')
    expect(probe('for (const e of es) { let x = 1; if (deep) x = 2; probe(x) }')).toBe('branch(x=2 if deep=true | x=1 if deep=false)')
  })
})
