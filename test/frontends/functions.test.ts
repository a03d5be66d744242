import { describe, expect, it } from 'vitest'
import type { NodeOf } from '../../src/graph/graph.js'
import { lowerText, probe } from './print.js'

function result(source: string, name = 'f'): string {
  const { functionNamed, print } = lowerText(source)
  return print(functionNamed(name).definition.result)
}

describe('functions', () => {
  it.each([
    ['expression body', 'const f = (x) => g(x)', 'g(@x)'],
    ['no result', 'function f() { return }', 'nothing'],
    ['early return', 'function f(t) { if (!t) return 1; return 2 }', 'branch(1 if #1=false | 2 if #1=true)'],
    ['all sides', 'function f(t) { if (t) return 1; else return 2 }', 'branch(1 if #1=true | 2 if #1=false)'],
    ['try', 'function f() { try { return g() } catch { return null } finally { h() } }', 'branch(g() | null)'],
    ['generators', 'function* f() { yield 1; yield* xs; return 3 }', '<<[] after push(1)> after push(xs)>'],
    ['constants around, declared later', 'function f() { return g(); function g() { return K } } const K = 1', 'function f.g()'],
    ['constants', "function f() { return { A, tf } } import * as tf from 'tf'; const A = 'softmax'", '{.A: A="softmax", .tf: tf#*}'],
  ])('%s', (_, source, expected) => {
    expect(result(source)).toBe(expected)
  })

  it('describes parameters', () => {
    const { builder, functionNamed, print } = lowerText(
      "import type { Foo } from 'foo'; import * as tf from 'tf'; class K {}\nfunction f(this: K, a: Foo, b: tf.Tensor = 1, { c = 2 }: Props, k: K, ...d) { return [a, b, c, d] }",
    )
    const { definition } = functionNamed('f')
    const params = definition.params.map((id) => {
      const { index, name, rest, fallback, annotation } = builder.nodes[id] as NodeOf<'parameter'>
      return [index, name, rest, print(fallback), print(annotation)]
    })
    expect(params).toEqual([
      [0, 'a', false, 'nothing', 'a foo#Foo'],
      [1, 'b', false, '1', 'a tf#*.Tensor'],
      [2, '{ c = 2 }', false, 'nothing', 'nothing'],
      [3, 'k', false, 'nothing', 'a class K'],
      [4, 'd', true, 'nothing', 'nothing'],
    ])
    expect(print(definition.result)).toBe('[@a, @b, c=(?? @{ c = 2 }.c 2), ...@d]')
  })

  it('tells parameters that it changed in place from those it only renamed', () => {
    const { functionNamed, print } = lowerText('function f(m, o, x, n) { m.add(1); if (c) return; o.k = 2; x = g(); x.k = 3 }')
    const atEnd = [...functionNamed('f').definition.paramsAtEnd].map(([index, id]) => `${index}: ${print(id)}`)
    expect(atEnd).toEqual(['0: <@m after add(1)>', '1: branch(@o if c=true | <@o with .k = 2> if c=false)'])
  })

  it('knows inline functions, owners and dotted names', () => {
    const { builder, functionNamed } = lowerText(
      'const f = () => { tf.tidy(() => g()); const h = () => 1 }; (function go() {})(); class A { m() {} }',
    )
    const inline = builder.nodes.flatMap((node) => (node.type === 'function' && node.definition.inline ? [node.definition.name] : []))
    expect(inline.sort()).toEqual(['go', null])
    const { definition } = functionNamed('f.h')
    expect(builder.nodes[definition.enclosing!]).toBe(functionNamed('f'))
    expect(functionNamed('A.m').definition.name).toBe('m')
    const call = builder.nodes.find((node) => node.type === 'call')!
    expect((builder.nodes[call.owner!] as NodeOf<'function'>).definition.inline).toBe(true)
  })
})

describe('variables that functions share', () => {
  it('leads from where a variable is read to all that set it', () => {
    const { probes, ends } = lowerText(`
      let model
      async function init() { model = tf.sequential(); model.add(d) }
      async function run() { model.compile(o); probe(model) }`)
    expect(probes).toEqual(['<shared model after compile(o)>'])
    expect(ends('model')).toEqual([
      'function init: <model=tf.sequential() after add(d)>',
      'function run: <<shared model after compile(o)> after probe(_) as 0>',
    ])
  })

  it('reads a placeholder as what functions put in its place', () => {
    expect(probe('let loss = null; tf.tidy(() => { loss = f() }); probe(loss)')).toBe('shared loss')
    expect(probe('let loss = null; probe(loss)')).toBe('loss=null')
  })

  it('gives an inline function the values of its creation and takes back what it did', () => {
    expect(probe('let p = a; tf.tidy(() => { p = f(p) }); probe(p)')).toBe('branch(p=a | p=f(shared p(p=a)))')
    expect(probe('const m = s(); xs.forEach((x) => { m.add(x) }); probe(m)')).toBe('branch(m=s() | <shared m(m=s()) after add(@x)>)')
    expect(probe('let m = s(); function f() { probe(m) } m = t()')).toBe('shared m')
  })

  it('merges over all exits', () => {
    const { ends } = lowerText('let s = 0; function f() { s = 1; if (c) return; s = 2 }')
    expect(ends('s')).toEqual(['module: s=0', 'function f: branch(s=1 if c=true | s=2 if c=false)'])
  })
})
