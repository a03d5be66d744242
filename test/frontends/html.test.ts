import { describe, expect, it } from 'vitest'
import { embedded } from '../../src/frontends/embedded/index.js'
import { errors, placed } from './places.js'
import { lowerText } from './print.js'

const html = (text: string) => placed(text, 'page.html')

describe('scripts of a page', () => {
  it('keep their places', () => {
    expect(html('<!doctype html>\n<p title="<script>">é</p><script>probe(1)\n  probe(2)</script>\n<script>probe(3)</script>')).toEqual([
      '2:34 1',
      '3:3 2',
      '4:9 3',
    ])
  })

  it.each([
    ['Windows line ends', '<p>\r\n</p>\r\n<script>\r\n  probe(1)\r\n</script>', ['4:3 1']],
    ['tags in upper case', '<SCRIPT TYPE="Text/JavaScript">probe(1)</SCRIPT >', ['1:32 1']],
    ['a byte order mark', '\uFEFF<script>probe(1)</script>', ['1:10 1']],
    ['a script that is never closed', '<p><script>probe(1)\n', ['1:12 1']],
    ['a slash that closes nothing', '<script />probe(1)</script>', ['1:11 1']],
    ['tags in strings', '<script>const s = "<p></p><script>"; probe(s)</script>', ['1:38 s="<p></p><script>"']],
    ['a comment that hides the script', '<script><!-- hide\nprobe(1)\n// --></script>', ['2:1 1']],
    ['the same, with its end alone', '<script>\n<!--\nprobe(1)\n-->\n</script>', ['3:1 1']],
    ['CDATA', '<script><![CDATA[\nprobe(1)\n]]></script>', ['2:1 1']],
    ['CDATA behind comments', '<script>//<![CDATA[\nprobe(1)\n//]]></script>', ['2:1 1']],
    ['nothing', '', []],
    ['no script', '<p>probe(1)</p>', []],
    ['an empty script', '<script></script>', []],
  ])('are read with %s', (_, text, expected) => {
    expect(html(text)).toEqual(expected)
    expect(errors(text, 'page.html')).toEqual([])
  })

  it.each([
    '<!-- <script>probe(1)</script> -->',
    '<!--[if IE]><script>probe(1)</script><![endif]-->',
    '<style><script>probe(1)</script></style>',
    '<template><script>probe(1)</script></template>',
    '<noscript><script>probe(1)</script></noscript>',
    '<textarea><script>probe(1)</script></textarea>',
    '<button onclick="probe(1)">',
    '<script src="a.js">probe(1)</script>',
  ])('are not found in %s', (text) => {
    expect(html(text)).toEqual([])
  })

  it('are known by their type', () => {
    const read = [
      '',
      'text/javascript',
      'application/javascript; charset=utf-8',
      'text/x-javascript',
      'module',
      'text/babel',
      'text/typescript',
    ]
    const left = [
      'text/template',
      'application/json',
      'text/x-handlebars-template',
      'application/ld+json',
      'x-shader/x-vertex',
      'text/plain',
      'importmap',
    ]
    const found = [...read, ...left].filter((type) => html(`<script type="${type}">probe("{")</script>`).length > 0)
    expect(found).toEqual(read)
    expect(html('<script language="JavaScript1.2">probe(1)</script><script language="VBScript">probe(2)</script>')).toEqual(['1:34 1'])
  })

  it('may hold JSX, and types where they say so', () => {
    const text = '<script type="text/babel">x = <A b={probe(1)} /></script><script lang="ts">probe(<number>2)</script>'
    expect(html(text)).toEqual(['1:37 1', '1:76 2'])
    expect(errors(text, 'page.html')).toEqual([])
  })
})

describe('scopes of a page', () => {
  it('are shared by classic scripts, in their order', () => {
    expect(html('<script>probe(1) // <p></script><script>probe(2)</script>\n<script>[probe(3)]</script>')).toEqual([
      '1:9 1',
      '1:41 2',
      '2:10 3',
    ])
    expect(html('<script>let a = 1</script><script>probe(a); a = 2</script><script>probe(a)</script>')).toEqual(['1:35 a=1', '1:67 a=2'])
  })

  it('are of each module alone', () => {
    const module = '<script type="module">'
    expect(html(`${module}const a = 1; probe(a)</script>${module}probe(a)</script><script>probe(a)</script>`)).toEqual([
      '1:36 a=1',
      '1:75 a',
      '1:100 a',
    ])
  })

  it('tell what other scripts see', () => {
    const text = `<script>var a = 1; function f() {} class C {}</script><script type="module">const hidden = 1; window.shown = 2</script>`
    expect([...lowerText(text, 'page.html').module.globals.keys()].sort()).toEqual(['C', 'a', 'f', 'shown'])
  })
})

describe('broken scripts', () => {
  it('are told with their place, and spoil no other', () => {
    const text = '<script>const a = 1</script>\n<script>function f() {</script>\n<script>probe(a)</script>'
    expect(html(text)).toEqual(['3:9 a=1'])
    expect(errors(text, 'page.html')).toEqual(["2:23 '}' expected."])
  })

  it('are told of in an import map', () => {
    expect(errors('<p>\n<script type="importmap">{</script>', 'page.html')).toEqual(['2:26 the import map is no JSON'])
  })
})

describe('what a page loads', () => {
  const page = (text: string) => embedded.page?.('page.html', text)

  it('are files of its own site', () => {
    const text = `
      <script src="a.js?v=1"></script><script type="module" src="/b.js#x"></script><script src="../c.js"></script>
      <script src="https://x.org/d.js"></script><script src="//x.org/e.js"></script><script src="data:,f()"></script><script src=""></script>`
    expect(page(text)?.loads).toEqual([
      { specifier: './a.js', shared: true },
      { specifier: '/b.js', shared: false },
      { specifier: '../c.js', shared: true },
    ])
  })

  it('has the names of its import map', () => {
    expect([...page('<script type="importmap">{"imports": {"a": "./b.js", "c": null}}</script>')!.imports]).toEqual([['a', './b.js']])
  })
})

it('reads a page of three megabytes', () => {
  const text = `${'<div class="row"><p>text &amp; more</div>\n'.repeat(80_000)}<script>probe(1)</script>`
  expect(html(text)).toEqual(['80001:9 1'])
})
