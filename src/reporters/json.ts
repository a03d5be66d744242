import type { Report } from '../report.js'

/** The report itself. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
