// Compares what the tool says of a program with the program's labels.
import { lint } from '../../dist/index.js'
import { isSource, labels } from './programs.mjs'

/** In the order of the snapshot's columns; `right` ones need nobody's attention. */
export const outcomes = {
  found: 'the misuse, by the right rule',
  'other-rule': 'a misuse, under another name',
  'unknown-misuse': 'a misuse of which the tool says that it does not understand it',
  missed: 'a misuse that the tool calls clean',
  'right-clean': 'right code that the tool calls clean',
  'unknown-clean': 'right code of which the tool says that it does not understand it',
  false: 'a finding where there is no misuse, or nobody could know it',
  'right-unknown': 'what cannot be decided, said to be so',
  guessed: 'what cannot be decided, called clean',
  absent: 'a labelled loss that the tool does not see',
  unlisted: 'a loss call that no label names',
}
export const right = new Set(['found', 'right-clean', 'right-unknown'])

/** One record a label, and one for each loss that no label names. */
export async function judge(program) {
  const texts = new Map(program.files.map(({ path, text }) => [path, text]))
  const host = { read: (path) => texts.get(path), isFile: (path) => texts.has(path) }
  const report = await lint({ files: program.files.filter((file) => isSource(file.path)), host })
  const left = report.uses.map((use) => ({ ...use, findings: report.findings.filter((finding) => concerns(finding, use, report.uses)) }))
  const records = labels(program).flatMap((label) => {
    const here = take(left, (use) => label.at.some((place) => covers(use.at, place)))
    if (label.wants.length === 1) return [record(program, label.at[0], label.wants[0], here)]
    return assign(label.wants, here).map(([want, uses]) => record(program, label.at[0], want, uses))
  })
  const unlisted = left.map((use) => ({
    ...describe(program, { ...use.at, path: use.at?.file }, [use]),
    outcome: use.verdict === 'finding' ? 'false' : 'unlisted',
    wants: '-',
  }))
  const problems = report.problems.map(({ file, message }) => `${location(program, file)}: ${message}`)
  return { records: [...records, ...unlisted], problems }
}

function record(program, at, want, uses) {
  const found = uses.flatMap((use) => use.findings).find((finding) => finding.rule === want.rule)
  const certainty = found && (found.certainty === 'proved') === want.likely ? `${found.certainty} instead` : undefined
  const wants = want.likely ? `${want.rule} likely` : want.rule
  return { ...describe(program, at, uses), outcome: outcome(want.rule, uses), wants, certainty }
}

function outcome(wanted, uses) {
  const has = (verdict) => uses.some((use) => use.verdict === verdict)
  if (uses.length === 0) return 'absent'
  if (wanted === 'clean') return has('finding') ? 'false' : has('unknown') ? 'unknown-clean' : 'right-clean'
  if (wanted === 'unknown') return has('finding') ? 'false' : has('unknown') ? 'right-unknown' : 'guessed'
  if (uses.some((use) => use.findings.some((finding) => finding.rule === wanted))) return 'found'
  return has('finding') ? 'other-rule' : has('unknown') ? 'unknown-misuse' : 'missed'
}

/** What the tool says, in words: its rules with their certainty, its reason for not understanding, or that all is well. */
function describe(program, { path, cell, line }, uses) {
  const said = uses.flatMap(({ verdict, reason, findings }) =>
    verdict === 'finding' ? findings.map(({ rule, certainty }) => `${rule} ${certainty}`) : [reason ?? verdict],
  )
  const place = [location(program, path), ...(cell ? [`cell ${cell}`] : []), line].join(':')
  return { program, place, says: [...new Set(said)].join('; ') || '-' }
}

/** The file's path from the folder of programs on. */
function location({ name }, path) {
  return name.endsWith(`/${path}`) ? name : `${name}/${path}`
}

/** Several losses of one line: each label gets the loss that suits it best, and the last one what is left. */
function assign(wants, uses) {
  const order = [...wants].sort((a, b) => rank(a) - rank(b))
  const rest = [...uses]
  const better = ['found', 'right-clean', 'right-unknown', 'unknown-misuse', 'unknown-clean', 'other-rule', 'missed', 'guessed', 'false']
  return order.map((want) => {
    rest.sort((a, b) => better.indexOf(outcome(want.rule, [a])) - better.indexOf(outcome(want.rule, [b])))
    return [want, rest.splice(0, 1)]
  })
}

function rank({ rule }) {
  return rule === 'unknown' ? 2 : rule === 'clean' ? 1 : 0
}

function take(list, wanted) {
  const taken = list.filter(wanted)
  for (const each of taken) list.splice(list.indexOf(each), 1)
  return taken
}

function covers(at, { path, cell, line }) {
  return at?.file === path && at.cell === cell && at.line <= line && line <= Math.max(at.line, at.endLine - 1)
}

/** A finding stands at an argument of its loss call; one about a model's targets may stand where it is trained. */
function concerns(finding, use, uses) {
  if (use.verdict !== 'finding' || finding.loss !== use.loss) return false
  return within(finding.at, use.at) || !uses.some((other) => within(finding.at, other.at))
}

function within(inner, outer) {
  if (inner?.file !== outer?.file || inner?.cell !== outer?.cell) return false
  const starts = inner.line - outer.line || inner.column - outer.column
  const ends = inner.endLine - outer.endLine || inner.endColumn - outer.endColumn
  return starts >= 0 && ends <= 0
}
