import type { Report } from '../report.js'
import { notice } from './outcome.js'

export interface Stats {
  /** A part of the run is over. */
  lap(name: string): void
  print(report: Report, candidates: number): void
}

/** How long each part of a run took, and what it went through. */
export function createStats(): Stats {
  const laps: string[] = []
  const start = performance.now()
  let last = start
  return {
    lap: (name) => {
      laps.push(`${name} ${milliseconds(performance.now() - last)}`)
      last = performance.now()
    },
    print: ({ summary: { files, uses } }, candidates) => {
      notice(`${files} files looked at, ${candidates} that may hold a loss call, ${uses} loss calls`)
      notice(`${laps.join(', ')}, in all ${milliseconds(performance.now() - start)}, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
    },
  }
}

function milliseconds(time: number): string {
  return `${Math.round(time)} ms`
}
