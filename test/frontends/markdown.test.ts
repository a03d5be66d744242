import { expect, it } from 'vitest'
import { errors, placed } from './places.js'

const markdown = (text: string) => placed(text, 'README.md')

it('reads code blocks of its languages, where they stand', () => {
  const text =
    '# é\n\n```js\nprobe(1)\n```\n~~~ts title="a"\nprobe(<number>2)\n~~~\n```python\nprobe(3)\n```\n```\nprobe(4)\n```\n    probe(5)\n`probe(6)`\n'
  expect(markdown(text)).toEqual(['4:1 1', '7:1 2'])
  expect(errors(text, 'README.md')).toEqual([])
})

it('keeps places in quotations and lists', () => {
  const text =
    '> ```js\r\n> const a = `x\r\n>\r\n> y`\r\n> probe(1)\r\n> ```\r\n\r\n- item\r\n\r\n  ```tsx\r\n    probe(\r\n      2)\r\n  ```\r\n'
  expect(markdown(text)).toEqual(['5:3 1', '11:5 2'])
  expect(errors(text, 'README.md')).toEqual([])
})

it('reads the scripts of pages that it shows', () => {
  expect(markdown('```html\n<p>\n<script type="module">probe(1)</script>\n```\n')).toEqual(['3:23 1'])
})

it('takes each block for a program of its own', () => {
  expect(markdown('```js\nconst a = 1; probe(a)\n```\n```js\nconst a = 2; probe(a)\n```\n')).toEqual(['2:14 a=1', '5:14 a=2'])
  expect(errors('```js\nif (\n```\n```js\nprobe(1)\n```\n', 'README.md')).toEqual(['2:5 Expression expected.'])
})
