import { defineRule } from '../src/rule.js'
import { quote } from '../src/sentence.js'

interface Data {
  fault: 'unused' | 'unknown-rule' | 'no-rule' | 'no-reason' | 'unknown-comment'
  /** As the comment has it: `ce-lint-disable-line`. */
  comment: string
  /** The rules that it names in vain. */
  rules: readonly string[]
  nearest?: string
}

/** No use shows it: it is about comments, and the filter that applies them finds it. */
export const unusedDisable = defineRule<Data>({
  name: 'unused-disable',
  severity: 'warning',
  summary: 'a comment for ce-lint that has no effect',
  check: () => undefined,
  say: (data) => says[data.fault](data),
})

type Say = (data: Data) => { what: string; why: string; todo: string }

const says: Record<Data['fault'], Say> = {
  unused: ({ comment, rules }) => ({
    what: `${quote(comment)} has no effect: ${vain(comment, rules)}.`,
    why: 'A comment that is left behind misleads its readers, and may hide the next fault of that name.',
    todo: rules.includes(ownName) ? `Remove it; the level of ${quote(ownName)} is set by configuration only.` : 'Remove it.',
  }),
  'unknown-rule': ({ comment, rules, nearest }) => ({
    what: `${quote(comment)} names ${named(rules)}, and no rule is called that.`,
    why: 'It silences nothing.',
    todo: nearest
      ? `Write ${quote(nearest)}.`
      : 'Write the name that stands in the finding, and a reason after `--`; `ce-lint rules` lists all.',
  }),
  'no-rule': ({ comment }) => ({
    what: `${quote(comment)} names no rule.`,
    why: 'It silences nothing, for it would silence faults that nobody has seen yet.',
    todo: 'Name the rules, with commas between them.',
  }),
  'no-reason': ({ comment }) => ({
    what: `${quote(comment)} gives no reason.`,
    why: 'The configuration asks for one with `requireReason`.',
    todo: 'Write the reason after `--`.',
  }),
  'unknown-comment': ({ comment, nearest }) => ({
    what: `${quote(comment)} is no comment that ce-lint knows.`,
    why: 'It silences nothing.',
    todo: `Write ${quote(nearest ?? '')}.`,
  }),
}

function vain(comment: string, rules: readonly string[]): string {
  if (comment === 'ce-lint-enable') return `nothing before it switches ${rules.length > 0 ? named(rules) : 'a rule'} off`
  return `there is no finding of ${named(rules)} to silence`
}

const ownName = 'unused-disable'

function named(rules: readonly string[]): string {
  const quoted = rules.map(quote)
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
