import { beforeAll, expect, it } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { lint } from '../../src/lint.js'
import { errors, placed } from './places.js'

beforeAll(() => loadParser())

const markdown = (text: string) => placed(text, 'README.md')

it('reads code blocks of its languages, where they stand', () => {
  const text =
    '# é\n\n```js\nprobe(1)\n```\n~~~ts title="a"\nprobe(<number>2)\n~~~\n```python\nprobe(3)\n```\n```\nprobe(4)\n```\n    probe(5)\n`probe(6)`\n'
  expect(markdown(text)).toEqual(['4:1 1', '7:1 2', '10:1 3'])
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

it('takes all blocks of Python for one program, beside those of scripts', () => {
  const text = `\`\`\`python
import torch.nn.functional as F
\`\`\`

- then

  \`\`\`py
  def step(z, y):
      return F.cross_entropy(F.softmax(z, 1), y)
  \`\`\`

\`\`\`js
import * as F from 'torch'
\`\`\`

\`\`\`python
def broken(:
\`\`\`

> \`\`\`python
> >>> import torch
> >>> F.nll_loss(
> ...     torch.sigmoid(x), y)
> tensor(0.5)
> \`\`\`
`
  const { findings, problems } = lint({ files: [{ path: 'README.md', text }] })
  expect(findings.map(({ rule, at }) => `${at?.line}:${at?.column} ${rule}`)).toEqual([
    '9:30 probabilities-as-logits',
    '23:11 probabilities-as-log-probabilities',
  ])
  expect(problems.map(({ message }) => message)).toEqual([
    'does not parse: `(` is never closed (line 17, column 11); the rest of the file was checked',
  ])
})
