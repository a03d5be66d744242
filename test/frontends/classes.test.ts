import { describe, expect, it } from 'vitest'
import { lowerText, probe } from './print.js'

describe('classes', () => {
  const source = `
    class Trainer extends Base {
      static kind = 'x'
      static make() { return new Trainer() }
      units = 10
      #hidden = 3
      build = () => this.units
      constructor(private loss: string, opts = {}) { super(opts); this.model = f(); this.model.add(1); this.go() }
      get size() { return this.units }
      set size(v) {}
      go() { this.opt = 1; return this.model }
    }`

  it('lists its members', () => {
    const { classNamed, print, functionNamed } = lowerText(source)
    const { definition } = classNamed('Trainer')
    const lists = [definition.methods, definition.getters, definition.statics, definition.fields]
    expect(lists.map((list) => [...list].map(([name, id]) => `${name}: ${print(id)}`))).toEqual([
      ['go: function Trainer.go'],
      ['size: function Trainer.size'],
      ['kind: "x"', 'make: function Trainer.make'],
      ['units: 10', '#hidden: 3', 'build: function Trainer.build'],
    ])
    expect(print(definition.extends)).toBe('Base')
    expect(print(functionNamed('Trainer.go').definition.result)).toBe('<this:Trainer with .opt = 1>.model')
    expect(functionNamed('Trainer.build').definition.method).not.toBeNull()
    expect(print(functionNamed('Trainer.build').definition.result)).toBe('this:Trainer.units')
  })

  it('runs the base class, then parameter properties and fields, then the rest', () => {
    const { functionNamed, print } = lowerText(
      'class T extends B { a = 1; constructor(readonly k) { super(k); this.b = this.a; this.m.add(2) } }',
    )
    const fields = '<<<this:T after super(@k)> with .k = @k> with .a = 1>'
    const b = `<${fields} with .b = ${fields}.a>`
    expect(print(functionNamed('T.constructor').definition.thisAtEnd)).toBe(`<${b} with .m = <${b}.m after add(2)>>`)
  })

  it('writes the constructor that fields need', () => {
    const plain = lowerText('class A { x = f() }')
    expect(plain.print(plain.functionNamed('A.constructor').definition.thisAtEnd)).toBe('<this:A with .x = f()>')
    const derived = lowerText('class A extends B { x = f() }')
    expect(derived.print(derived.functionNamed('A.constructor').definition.thisAtEnd)).toBe(
      '<<this:A after super(...@args)> with .x = f()>',
    )
    expect(lowerText('class A extends B { m() {} }').classNamed('A').definition.construct).toBeNull()
  })

  it('follows `this` into inline arrow functions and back', () => {
    const inline = 'class X { m() { xs.forEach((x) => { this.model.add(x) }); probe(this.model) } }'
    expect(probe(inline)).toBe('<this:X with .model = <this:X.model after add(@x)>>.model')
    expect(probe('class X { m() { on(function () { probe(this) }) } }')).toBe('this')
    expect(probe('class X { m() { const g = () => { probe(this) } } }')).toBe('this:X')
    expect(probe('class X { m() { for (const l of ls) this.s.add(l); probe(this.s) } }')).toBe(
      'loop(this:X | <↺ with .s = <↺.s after add(l=item of ls)>>).s',
    )
  })

  it('takes own methods and those of the base class for changes of the receiver', () => {
    expect(probe('class X extends Y { m() { super.m(); this.n(); probe(this) } }')).toBe('<<this:X after m()> after n()>')
  })

  it('gives methods of an object the object as receiver', () => {
    const { print, functionNamed } = lowerText('const o = { a: 1, m() { return this.a }, f: function () { return this }, h: () => 1 }')
    expect(print(functionNamed('o.m').definition.result)).toBe('this:record.a')
    expect(print(functionNamed('o.f').definition.result)).toBe('this:record')
    expect(functionNamed('o.h').definition.method).toBeNull()
  })

  it('takes the class for the receiver in its static parts', () => {
    expect(probe('class S { static a = 1; static b = g(this.a); static { probe(this) } }')).toBe('class S')
  })
})
