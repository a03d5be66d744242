import { describe, expect, it } from 'vitest'
import { createProgress } from '../../src/cli/progress.js'

/** What a terminal is sent when something is shown at each of the times, in milliseconds, and the run ends. */
function written(times: readonly number[], { isTTY = true, env = {} }: { isTTY?: boolean; env?: Record<string, string> } = {}): string[] {
  const sent: string[] = []
  let now = 0
  const progress = createProgress({ isTTY, columns: 8, write: (text) => sent.push(text) }, env, () => now)
  for (const time of times) {
    now = time
    progress.show(`${time} of many`)
  }
  progress.end()
  return sent
}

const erase = '\r\u001b[2K'

describe('progress', () => {
  it('says nothing in the first second', () => expect(written([0, 500, 999])).toEqual([]))

  it('shows one line, not too often, cut to the width, and erases it', () => {
    expect(written([999, 1000, 1050, 1100])).toEqual([`${erase}1000 of`, `${erase}1100 of`, erase])
  })

  it('is for people who watch', () => {
    expect(written([2000], { isTTY: false })).toEqual([])
    expect(written([2000], { env: { CI: 'true' } })).toEqual([])
    expect(written([2000], { env: { TERM: 'dumb' } })).toEqual([])
  })
})
