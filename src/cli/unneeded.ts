import { type FingerprintKey, fingerprint } from '../fingerprint.js'
import type { Report } from '../report.js'
import type { Baseline } from './baseline.js'

type Asked = () => Promise<readonly FingerprintKey[]>

/**
 * A part of a project does not show what calls into it from the rest: where entries of its files have no finding there, the
 * whole project is asked which entries it has no use for.
 */
export async function askWhole(report: Report, { entries }: Baseline, looked: readonly string[], whole: Asked): Promise<Report> {
  const suppressions = report.suppressed.flatMap((each) => each.suppressions)
  const met = new Set(suppressions.flatMap((each) => (each.kind === 'baseline' && each.entry ? [fingerprint(each.entry)] : [])))
  const unmet = new Set(entries.filter(({ file }) => looked.includes(file)).map(fingerprint))
  for (const name of met) unmet.delete(name)
  if (unmet.size === 0) return report
  const unneeded = (await whole()).filter((entry) => unmet.has(fingerprint(entry)))
  return unneeded.length > 0 ? { ...report, unneeded } : report
}
