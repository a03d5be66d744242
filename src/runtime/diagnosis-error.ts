import type { Finding, Report } from '../report.js'

/** Thrown out of a wrapped loss on request; a finding as such never is an exception. */
export class DiagnosisError extends Error {
  override readonly name = 'DiagnosisError'
  readonly findings: readonly Finding[]

  constructor(readonly report: Report) {
    super(report.findings.map(({ rule, message }) => `${rule}: ${message.what} ${message.why} ${message.todo}`).join('\n'))
    this.findings = report.findings
  }
}
