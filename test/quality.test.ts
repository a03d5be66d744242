import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { labels, programs } from '../bench/quality/programs.mjs'
import { judgeAll, path } from '../bench/quality/snapshot.mjs'
import { rules } from '../rules/index.js'

describe('the labelled programs', () => {
  it('hold no false alarm and no misuse called clean that the snapshot does not list', async () => {
    const snapshot = readFileSync(path, 'utf8')
    const { records, problems } = await judgeAll()
    const bad = records.filter(({ outcome }) => outcome === 'false' || outcome === 'missed')
    const news = bad.filter(({ outcome, place, wants }) => !section(snapshot, outcome).includes(`- ${place} wants ${wants}: `))
    const lines = news.map(({ outcome, place, wants, says }) => `${outcome}: ${place} wants ${wants}: ${says}`)
    expect(lines, 'Look at each; where it is meant, `npm run quality` writes the snapshot anew.').toEqual([])
    expect(problems).toEqual([])
  }, 120_000)

  it('are labelled with rules that there are', () => {
    const known = new Set(['clean', 'unknown', ...rules.map(({ name }) => name)])
    const wants = programs().flatMap((program) =>
      labels(program).flatMap((label) => label.wants.map((want: { rule: string }) => want.rule)),
    )
    expect(wants.filter((want) => !known.has(want))).toEqual([])
  })

  it('have a right twin for every misuse', () => {
    const names = new Set(programs().map(({ name }) => name))
    const alone = [...names].filter(
      (name) => /\.(?:misuse|likely)\b/.test(name) && !names.has(name.replace(/\.(?:misuse|likely)/, '.clean')),
    )
    expect(alone).toEqual([])
  })
})

function section(text: string, outcome: string): string {
  return text.split(/^###? /m).find((part) => part.startsWith(`${outcome}: `)) ?? ''
}
