import { expect, it } from 'vitest'
import { programs } from '../../bench/quality/programs.mjs'
import { repairs } from './repairs.js'

interface Program {
  name: string
  files: { path: string; text: string }[]
}

/** All of them take minutes: `COUNTS=1` goes through all and prints how many are fixed. */
const every = process.env.COUNTS ? 1 : 16

const misuses = (programs() as Program[])
  .filter(({ files }) => files.some(({ text }) => /expect: (?!clean|unknown)\w/.test(text)))
  .filter((_, index) => index % every === 0)

it('fixes of labelled programs leave no finding silently, and make nothing worse', { timeout: 900_000 }, async () => {
  const counts: Record<string, number> = {}
  const add = (name: string, by: number) => {
    counts[name] = (counts[name] ?? 0) + by
  }
  for (const { name, files } of misuses) {
    const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]))
    const none = await repairs(texts, false)
    const all = await repairs(texts, true)
    add('findings', none.report.findings.length + none.fixed)
    add('fixed by --fix', none.fixed)
    add('more by --unsafe-fixes', all.fixed - none.fixed)
    for (const finding of all.report.findings) {
      const told = all.rejected.filter((each) => each.finding.fingerprint === finding.fingerprint)
      add(finding.fixes.length === 0 ? 'none offered' : told.length > 0 ? 'refused by the run after it' : 'silent', 1)
      for (const { reason } of told) if (process.env.COUNTS) add(`  ${finding.rule}: ${reason}`, 1)
      if (process.env.COUNTS && finding.fixes.length === 0) add(`  none for ${finding.rule}`, 1)
    }
    for (const [unsafe, first] of [none, all].entries()) {
      const second = await repairs({ ...texts, ...Object.fromEntries(first.texts) }, unsafe === 1)
      expect([second.fixed, second.texts.size], `${name}, once more`).toEqual([0, 0])
    }
    for (const { report } of [none, all])
      expect(
        report.problems.filter(({ message }) => /parse|failed/.test(message)),
        name,
      ).toEqual([])
  }
  if (process.env.COUNTS) console.log(counts)
  expect(counts.silent).toBeUndefined()
  expect(counts['fixed by --fix']).toBeGreaterThan(0)
})
