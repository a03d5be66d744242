import { describe, expect, it } from 'vitest'
import { lowerText, probe } from './print.js'

describe('values', () => {
  it.each([
    ['-5', '-5'],
    ['`a`', '"a"'],
    ['1 + 2', '(+ 1 2)'],
    ['typeof x', '(typeof x)'],
    ['!y', '(! y)'],
    ['a || b', '(|| a b)'],
    ['(1, 2)', '2'],
    ['await z', 'z'],
    ['w as any', 'w'],
    ['<any>w', 'w'],
    ['w satisfies T', 'w'],
    ['v!', 'v'],
    ['void f()', 'undefined'],
    ['undefined', 'undefined'],
    ['NaN', 'NaN'],
    ['0x10', '16'],
    ['null', 'null'],
    ['/x/', '?it is a regular expression'],
    ['css`a`', '?it is a tagged template'],
    ['x ? 1 : 2', 'branch(1 if x=true | 2 if x=false)'],
    ['[1, , ...xs]', '[1, undefined, ...xs]'],
    ["{ a: 1, ['b']: 2, [k]: 3, 4: 4, a, ...rest }", '{.a: 1, .b: 2, [k]: 3, .4: 4, .a: a, ...rest}'],
    ['{ get g() { return 1 }, set g(v) {} }', '{.get g: function g, .set g: function g}'],
    ["o.a['b'][0][k]?.c", 'o.a.b.0[k].c'],
    ['new C(1).m(...xs)', 'new C(1).m(...xs)'],
    ['window.tf.losses', 'tf.losses'],
    ["require('@tensorflow/tfjs').losses", '@tensorflow/tfjs#*.losses'],
    ["(await import('./ops')).f", './ops#*.f'],
    ['import(name)', '(name)#*'],
  ])('%s', (source, expected) => {
    expect(probe(`probe((${source}))`)).toBe(expected)
  })

  it('joins the parts of a template', () => {
    const source = ['probe(`a$', '{x}b`)'].join('')
    expect(probe(source)).toBe('(` "a" x "b")')
  })

  it('spells imports by what the module exports', () => {
    expect(probe("import d, { a as b } from './m'; import * as n from 'p'; import type { T } from 't'; probe(d, b, n.x, T)")).toBe(
      './m#default, ./m#a, p#*.x, t#T',
    )
    expect(probe("import x = require('y'); import z = x.k; probe(x, z)")).toBe('y#*, y#*.k')
  })

  it('takes enums and namespaces for records', () => {
    expect(probe("enum A { S = 's', B = 3, C } probe(A.C)")).toBe('{.3: "B", .4: "C", .S: "s", .B: 3, .C: 4}.C')
    expect(probe('namespace N.M { export const x = 1; const y = 2 } probe(N)')).toBe('{.M: {.x: x=1}}')
  })

  it('leaves out what is only declared', () => {
    expect(probe("declare const tf: any; interface I { a: number } type T = typeof import('x'); probe(tf)")).toBe('tf')
  })
})

describe('variables', () => {
  it.each([
    ['names along the way', 'const p = tf.softmax(x), q = p; probe(q)', 'q=p=tf.softmax(x)'],
    ['assignment', 'let x = 1; x = 2; probe(x)', 'x=2'],
    ['operators that assign', 'let a = 1; a += 2; a ??= 3; probe(a)', 'a=(?? a=(+ a=1 2) 3)'],
    ['steps', 'let n = 0; n++; const z = n--; probe(n, z)', 'n=(- n=(+ n=0 1) 1), z=n=(+ n=0 1)'],
    ['globals of a script', 'model = tf.sequential(); probe(model)', 'model=tf.sequential()'],
    ['uninitialised', 'let x; probe(x)', 'x=undefined'],
    [
      'destructuring',
      "const [a, , b = 2, ...c] = f(), { d: { e }, [k]: g, 'h-i': i, ...r } = o; probe(a, b, c, e, g, i, r)",
      'a=f().0, b=(?? f().2 2), c=(rest f() 3), e=o.d.e, g=o[k], i=o.h-i, r=(omit (rest o) "d" ?the key is computed "h-i")',
    ],
    [
      'destructuring assignment',
      'let a, z; const o = {}; [a, [o.w]] = [1, 2]; ({ x: o.y, z = 3 } = src); probe(a, o, z)',
      'a=[1, 2].0, <<o={} with .w = [1, 2].1.0> with .y = src.x>, z=(?? src.z 3)',
    ],
  ])('%s', (_, source, expected) => {
    expect(probe(source)).toBe(expected)
  })
})

describe('changes in place', () => {
  it.each([
    [
      'methods',
      "const model = tf.sequential(); model.add(l); model.compile({ loss: 'mse' }); probe(model)",
      '<<model=tf.sequential() after add(l)> after compile({.loss: "mse"})>',
    ],
    ['arguments', 'let a = [1]; f(a, ...a); probe(a)', '<a=[1] after f(_, _) as 0>'],
    ['not by functions of the language', 'let a = [1]; console.log(a); JSON.stringify(a); probe(a)', 'a=[1]'],
    ['not primitives and functions', 'const k = 1, g = () => 1, n = k * 2; use(k, g, n); probe(k, g, n)', 'k=1, g=function g, n=(* k=1 2)'],
    ['not libraries', "import * as tf from 'tf'; const l = tf.layers; l.dense(); tf.m(tf); probe(tf, l)", 'tf#*, l=tf#*.layers'],
    ['members', 'const o = {}; o.a.b = 1; delete o.c; probe(o)', '<<o={} with .a = <o={}.a with .b = 1>> with .c = undefined>'],
    ['members changed by their methods', 'const o = {}; o.m.add(1); probe(o)', '<o={} with .m = <o={}.m after add(1)>>'],
    ['members passed on', 'const o = {}; f(o.m); probe(o)', '<o={} with .m = <o={}.m after f(_) as 0>>'],
    ['members of imports', "import { m } from './x'; m.foo = 1; m.add(2); probe(m)", '<./x#m with .foo = 1>'],
    [
      'prototypes',
      'function C() {} C.prototype.m = function () {}; probe(C)',
      '<function C with .prototype = <function C.prototype with .m = function m>>',
    ],
  ])('%s', (_, source, expected) => {
    expect(probe(source)).toBe(expected)
  })
})

describe('exports', () => {
  it('resolves exported names', () => {
    const { exported, module } = lowerText(`
      export * from './a'; export * as ns from './b'; export { c as d, default as e } from './c'
      const x = 1; export { x as y }
      export const model = build(), { u, v: [w] } = o
      export function f() {} export class K {} export enum E { A }
      export default { name: 'app' }`)
    const names = ['ns', 'd', 'e', 'y', 'model', 'u', 'w', 'f', 'K', 'E', 'default'].map((name) => `${name}: ${exported(name)}`)
    expect(names).toEqual([
      'ns: ./b#*',
      'd: ./c#c',
      'e: ./c#default',
      'y: x=1',
      'model: model=build()',
      'u: u=o.u',
      'w: w=o.v.0',
      'f: function f',
      'K: class K',
      'E: {.0: "A", .A: 0}',
      'default: {.name: "app"}',
    ])
    expect(module.stars).toEqual(['./a'])
    expect(module.imports).toEqual(['./a', './b', './c'])
  })

  it('exports what a variable is in the end, whoever sets it', () => {
    const { exported, ends } = lowerText('export let s = 0; export function bump() { s++ }')
    expect(exported('s')).toBe('shared s')
    expect(ends('s')).toEqual(['module: s=0', 'function bump: s=(+ shared s 1)'])
  })

  it('exports default functions and classes without a name', () => {
    expect(lowerText('export default function (x) { return x }').exported('default')).toBe('function default')
    expect(lowerText('export default class extends Q {}').exported('default')).toBe('class')
  })

  it('reads the CommonJS forms', () => {
    const { exported } = lowerText("exports.a = 1; module.exports['b'] = 2; module.exports = { c: 3 }", 'test.cjs')
    expect([exported('a'), exported('b'), exported('*')]).toEqual(['1', '2', '{.c: 3}'])
    expect(lowerText("import x = require('y'); export = x").exported('*')).toBe('y#*')
    expect(lowerText('function f(exports) { exports.a = 1 }').module.exports.size).toBe(0)
  })
})
