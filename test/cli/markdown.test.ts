import { expect, it } from 'vitest'
import { terminalMarkdown } from '../../src/cli/markdown.js'

const page = `# \`rule\` name

A **strong** word, \`code\`, [a page](https://example.com/a).

| | |
|---|---|
| short | 1 |
| a longer cell | 22 |

\`\`\`ts
const a = \`**not strong**\`

loss(a)
\`\`\`

## Next
`

it('keeps the words and drops the marks, but says the language of a program', () => {
  expect(terminalMarkdown(page, false)).toMatchInlineSnapshot(`
    "rule name

    A strong word, \`code\`, a page (https://example.com/a).

    short          1
    a longer cell  22

      TypeScript:
        const a = \`**not strong**\`

        loss(a)

    Next
    "
  `)
})

it('colours headings, strong words and code', () => {
  expect(terminalMarkdown(page, true)).toMatchInlineSnapshot(`
    "[1m[4mrule name[24m[22m

    A [1mstrong[22m word, [36mcode[39m, a page (https://example.com/a).

    short          1
    a longer cell  22

    [2m  TypeScript:[22m
        [36mconst a = \`**not strong**\`[39m
        [36m[39m
        [36mloss(a)[39m

    [1mNext[22m
    "
  `)
})
