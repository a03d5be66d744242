import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, it } from 'vitest'
import { markdown } from '../../src/reporters/markdown.js'
import { clean, context, doubleSoftmax, report } from './example.js'

it('is a heading a finding, with its frames as code, and lists of the rest', () => {
  expect(markdown(report, { ...context, unknown: true })).toMatchInlineSnapshot(`
    "## ce-lint

    3 loss calls in 3 files: 0 clean, 2 findings, 1 not understood · 1 fixable with --fix --unsafe-fixes · 2 suppressed · 1 problem

    ### error: \`probabilities-as-logits\` (proved)

    \`train.ts:6:47\` \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.

    \`\`\`text
    train.ts:6:47
      4 │ const probs = tf.softmax(head(x))
        │               ─────────────────── softmax applied here
      5 │
      6 │ const loss = tf.losses.softmaxCrossEntropy(y, probs)
        │                                               ─────
        │                                               \`probs\` holds a distribution, but \`softmaxCrossEntropy\` expects logits.
    \`\`\`

    \`\`\`text
    model.ts:2:9
      2 │   return tf.softmax(x) // 出力層
        │          ───────────── and here
    \`\`\`

    **Why:** It applies softmax itself, so the loss cannot fall below 1.4612 with 10 classes.\\
    **Do:** Pass the value before softmax (line 4).

    - Pass \`head(x)\` (unsafe fix)

    ### warning: \`saturated-logits\` (likely)

    \`torch#nn.CrossEntropyLoss\` 100 % of rows, e.g. row 0, are saturated.

    **Why:** Softmax is 0 or 1.\\
    **Do:** Scale the scores.

    ### Not understood

    - \`train.ts:7:15\` \`@tensorflow/tfjs#losses.sigmoidCrossEntropy\`: \`load\` is declared nowhere (\`train.ts:7:48\`) Declare \`load\`.

    ### Problems

    - \`broken.ts\`: does not parse: 3:7 expression expected
    "
  `)
})

it('lets nothing of a message become markup', () => {
  const message = { what: '`x` is <b>*bold*</b> [a](b) @someone #1', why: 'A\n# heading', todo: '| a | b |' }
  const tree = fromMarkdown(markdown({ ...clean, findings: [{ ...doubleSoftmax, at: undefined as never, message }] }, context))
  const types = new Set<string>()
  const visit = (node: { type: string; children?: unknown[] }) => {
    types.add(node.type)
    for (const child of node.children ?? []) visit(child as never)
  }
  visit(tree)
  expect([...types].sort()).toEqual(['break', 'heading', 'inlineCode', 'listItem', 'list', 'paragraph', 'root', 'strong', 'text'].sort())
  expect(tree.children.filter(({ type }) => type === 'heading')).toHaveLength(2)
})

it('fences source that has fences itself', () => {
  const source = "const loss = tf.losses.softmaxCrossEntropy(y, probs) // ```` '''\n".repeat(9)
  const blocks = fromMarkdown(markdown({ ...clean, findings: [doubleSoftmax] }, { ...context, source: () => source })).children
  const code = blocks.filter(({ type }) => type === 'code')
  expect(code.map((each) => 'value' in each && each.value)).toEqual([expect.stringContaining('````'), expect.stringContaining('````')])
})
