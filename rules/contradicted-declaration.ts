import type { Kind } from '../src/kinds.js'
import { defineRule } from '../src/rule.js'
import { headline, noun, quote } from '../src/sentence.js'

interface Data {
  value: string
  declared: Kind
  got: Kind
  madeBy?: string
}

/** No use shows it: the value need not reach a loss, and what reaches one is judged by what the source shows. */
export const contradictedDeclaration = defineRule<Data>({
  name: 'contradicted-declaration',
  severity: 'error',
  summary: 'a comment declares a kind that the source refutes',
  check: () => undefined,
  say: ({ value, declared, got, madeBy }) => ({
    what: headline(`${quote(value)} is declared to hold ${noun(declared)}, and holds ${noun(got)}.`),
    why: 'What the source shows is believed, and the declaration misleads whoever reads it.',
    todo: `Write \`@kind ${got}\`${madeBy === undefined ? '' : `, or declare the value that ${quote(madeBy)} is given`}.`,
  }),
})
