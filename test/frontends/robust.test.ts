import { describe, expect, it } from 'vitest'
import type { NodeOf } from '../../src/graph/graph.js'
import { lint } from '../../src/lint.js'
import { lowerText } from './print.js'

function callees(text: string, file?: string): string[] {
  const { module, builder, print } = lowerText(text, file)
  return module.calls.map((id) => print((builder.nodes[id] as NodeOf<'call'>).callee))
}

describe('calls', () => {
  it('are listed in source order, wherever they stand', () => {
    const text = `
      @deco(1) class A { @prop() x = a(); static y = b(); m(p = c()) { return d(); e() } }
      function late() { f() }
      g(h(), () => i())
      j().k()
      const t = tag\`\${l()}\`
      if (x) { m() } else n()
      const { o = p(), [q()]: r } = s()
      new T()`
    const expected = ['deco', 'prop', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'j().k', 'l', 'm', 'n', 'p', 'q', 's', 'T']
    expect(callees(text)).toEqual(expected)
  })

  it('are found in JSX, in every kind of file that may hold it', () => {
    const text = 'const x = <A b={f(1)} {...g()}>text {h()}<B c={<i j={k()} />} /></A>'
    for (const file of ['a.tsx', 'a.jsx', 'a.js', 'a.mjs', 'a.cjs']) expect(callees(text, file)).toEqual(['A', 'f', 'g', 'h', 'B', 'k'])
  })
})

describe('odd input', () => {
  it('tells syntax errors with their place and lowers the rest', () => {
    const { module, probes } = lowerText('const a = 1;\nconst = ;\nprobe(a)')
    expect(module.errors[0]).toMatchObject({ line: 2, column: 7 })
    expect(probes).toEqual(['a=1'])
  })

  it.each([
    ['byte order mark, shebang, CRLF', '\uFEFF#!/usr/bin/env node\r\nprobe(1)\r\n'],
    ['shebang', '#!/usr/bin/env node\nprobe(1)'],
  ])('%s', (_, text) => {
    const { module, probes } = lowerText(text)
    expect(module.errors).toEqual([])
    expect(probes).toEqual(['1'])
  })

  it('keeps places right behind a byte order mark', () => {
    const text = '\uFEFFprobe(1)'
    const { builder, module } = lowerText(text)
    const { start, end } = builder.nodes[module.calls[0]!]!.span
    expect(text.slice(start, end)).toBe('probe(1)')
  })

  it('does not run out of stack on long chains', () => {
    expect(lowerText(Array(5000).fill('a').join(' + ')).builder.nodes).toHaveLength(9999)
    expect(callees(`x${'.a().b()'.repeat(1500)}`)).toHaveLength(3000)
    expect(callees(Array(5000).fill('f()').join(' && '))).toHaveLength(5000)
    expect(callees(`const x = ${'f('.repeat(100)}${')'.repeat(100)}`)).toHaveLength(100)
  })

  const hostile = [
    '['.repeat(3000),
    '('.repeat(3000),
    '{'.repeat(3000),
    `x = ${'{a:'.repeat(2000)}`,
    `${'if (a) b(); else '.repeat(3000)}c()`,
    `x = ${'() => '.repeat(1000)}1`,
    `x = ${'a ? b : '.repeat(2000)}c`,
    `x = ${'!'.repeat(3000)}a`,
    `${'a = '.repeat(3000)}1`,
    `const ${'['.repeat(800)}a${']'.repeat(800)} = x`,
    `${'class A { m() {'.repeat(300)}${'} }'.repeat(300)}`,
    `x = ${'<a>'.repeat(900)}${'</a>'.repeat(900)}`,
    '\0\u0001 class { ) ( => ] import from export { let let = ;; } }} ``` ${',
    '@',
    'export default',
    'for (const of of of) ; for (x in) ; while () {} switch () { case } try {} enum { a = } namespace { } class extends { constructor( }',
    'import {a as} from; export * from; import x, * from "y"; export { a as default as b }; import("")',
    String.fromCharCode(...Array.from({ length: 5000 }, (_, index) => (index * 7919) % 65536)),
  ]
  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('never throws: %s', (_, text) => {
    for (const file of ['a.ts', 'a.jsx']) expect(lowerText(text, file).module.file).toBe(file)
  })

  it('knows nothing of an import whose specifier does not parse', () => {
    const { module, probes } = lowerText("import { a, b }*from 'x'\nimport c from y.z\nprobe(a, b, c)")
    expect(module.errors.length).toBeGreaterThan(0)
    expect(probes).toEqual([Array(3).fill('?the import does not parse').join(', ')])
  })

  it('tells that it could not look at a file that is nested too deeply', () => {
    const text = `import * as tf from '@tensorflow/tfjs'\nexport const f = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`
    expect(lint({ files: [{ path: 'a.ts', text }] }).problems).toEqual([
      { file: 'a.ts', message: 'was not looked at: it is nested too deeply' },
    ])
  })

  it('takes time in proportion to large literals', () => {
    const { builder } = lowerText(`const a = [${'[1.5, 2, 3],'.repeat(20_000)}]`)
    expect(builder.nodes).toHaveLength(20_000 * 4 + 2)
  })
})
