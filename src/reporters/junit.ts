import XMLBuilder from 'fast-xml-builder'
import { compareText } from '../place.js'
import type { FileProblem, Finding, Report, ReportedUse } from '../report.js'
import { placeText } from './place-text.js'

/** An element, its attributes after `@`. */
type Element = Readonly<Record<string, string | number | object>>

/** A case, and what it is to be counted as. */
interface Case {
  file: string
  counts?: 'failures' | 'errors' | 'skipped'
  element: Element
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
  attributeValueProcessor: (_, value) => printable(String(value)),
  tagValueProcessor: (_, value) => printable(String(value)),
})

/**
 * JUnit's XML: a suite a file, a case for each loss call. What is clean passes, what is not understood is skipped with its
 * reason, an `info` passes with its words as output, and a file that cannot be read is an error.
 */
export function junit({ problems, findings, uses }: Report): string {
  const judged = uses.filter(({ verdict }) => verdict !== 'finding')
  const cases = [...problems.map(problemCase), ...findings.map(findingCase), ...judged.map(useCase)]
  const files = [...new Set(cases.map(({ file }) => file))].sort(compareText)
  const suites = files.map((file) =>
    suite(
      file,
      cases.filter((each) => each.file === file),
    ),
  )
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { '@name': 'ce-lint', ...totals(cases), testsuite: suites },
  }
  return `${builder.build(document).trimEnd()}\n`
}

function suite(file: string, cases: readonly Case[]): Element {
  return { '@name': file, ...totals(cases), testcase: cases.map(({ element }) => element) }
}

function totals(cases: readonly Case[]): Element {
  const number = (what: Case['counts']) => cases.filter(({ counts }) => counts === what).length
  return { '@tests': cases.length, '@failures': number('failures'), '@errors': number('errors'), '@skipped': number('skipped') }
}

function problemCase({ file, message }: FileProblem): Case {
  return { file, counts: 'errors', element: { ...named(file, 'can be read'), error: { '@type': 'problem', '@message': message } } }
}

function findingCase(finding: Finding): Case {
  const { rule, severity, certainty, message, related } = finding
  const { what, why, todo } = message
  const file = fileOf(finding)
  const element = named(file, `${rule} ${nameOf(finding)}`)
  const text = [what, why, todo, ...related.map(({ at, note }) => `${placeText(at)} ${note}`)].join('\n')
  if (severity === 'info') return { file, element: { ...element, 'system-out': text } }
  const failure = { '@type': rule, '@message': `${severity}: ${what} (${certainty})`, '#text': text }
  return { file, counts: 'failures', element: { ...element, failure } }
}

function useCase(use: ReportedUse): Case {
  const file = fileOf(use)
  const element = named(file, nameOf(use))
  if (use.verdict === 'clean') return { file, element }
  const skipped = { '@message': use.reason === undefined ? 'not understood' : `not understood: ${use.reason}` }
  return { file, counts: 'skipped', element: { ...element, skipped } }
}

function named(file: string, name: string): Element {
  return { '@name': name, '@classname': file, '@file': file }
}

/** Stored tensors of a program have no place: their suite is the loss. */
function fileOf({ at, loss }: Pick<Finding, 'at' | 'loss'>): string {
  return at?.file ?? loss
}

function nameOf({ at, loss }: Pick<Finding, 'at' | 'loss'>): string {
  return at ? `${loss} ${placeText(at)}` : loss
}

/** XML has no way to write most control characters. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
}
