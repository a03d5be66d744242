import type { Invocation, Location, Log, PhysicalLocation, ReportingDescriptor, Result, Suppression as SarifSuppression } from 'sarif'
import type { Place } from '../place.js'
import type { Finding, Report, Severity, Suppression } from '../report.js'
import type { ReporterContext, RuleInfo } from './reporter.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Result.level>

/** SARIF 2.1.0, OASIS standard, for code scanning services. */
export function sarif(report: Report, context: ReporterContext): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: report.tool.name, semanticVersion: report.tool.version, rules: context.rules.map(descriptor) } },
        invocations: [invocation(report)],
        columnKind: 'utf16CodeUnits',
        results: [
          ...report.findings.map((finding) => result(finding, context.rules)),
          ...report.suppressed.map((finding) => ({
            ...result(finding, context.rules),
            suppressions: finding.suppressions.map(suppression),
          })),
        ],
        properties: { summary: report.summary },
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptor({ name, severity, summary, help, url }: RuleInfo): ReportingDescriptor {
  return {
    id: name,
    name,
    shortDescription: { text: summary },
    ...(help ? { fullDescription: { text: summary }, help: { text: help, markdown: help } } : {}),
    ...(url ? { helpUri: url } : {}),
    defaultConfiguration: { level: levels[severity] },
  }
}

function invocation(report: Report): Invocation {
  return {
    executionSuccessful: !report.problems.some((problem) => problem.internal),
    toolExecutionNotifications: report.problems.map(({ file, message, internal }) => ({
      level: internal ? 'error' : 'warning',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: { uri: uri(file) } } }],
    })),
  }
}

function result(finding: Finding, rules: readonly RuleInfo[]): Result {
  const { rule, severity, certainty, message, data, loss, role, at, related, fingerprint } = finding
  const index = rules.findIndex(({ name }) => name === rule)
  return {
    ruleId: rule,
    ...(index >= 0 ? { ruleIndex: index } : {}),
    level: levels[severity],
    message: { text: literal(`${message.what} ${message.why} ${message.todo}`) },
    locations: at ? [{ physicalLocation: physical(at) }] : [],
    relatedLocations: related.map(({ at, note }, id) => ({ id, ...annotated(at, note) })),
    ...(at && related.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: flow(finding, at) }] }] } : {}),
    ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map(fix) } : {}),
    partialFingerprints: { 'ceLint/v1': fingerprint },
    properties: { certainty, loss, role, data },
  }
}

function suppression(by: Suppression): SarifSuppression {
  if (by.kind === 'baseline') return { kind: 'external' }
  return {
    kind: 'inSource',
    ...(by.reason !== undefined && { justification: by.reason }),
    location: { physicalLocation: physical(by.at) },
  }
}

/** From where the kind was made to the loss: the trace is kept the other way round. */
function flow({ related, message }: Finding, at: Place) {
  const steps = [...related].reverse().map((step) => annotated(step.at, step.note))
  return [...steps, annotated(at, message.what)].map((location) => ({ location }))
}

function annotated(at: Place, text: string): Location {
  return { physicalLocation: physical(at), message: { text: literal(text) } }
}

/** `[a](b)` in a message is a link to place b, which `layers[0](x)` does not mean. */
function literal(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[')
}

function fix({ title, edits }: Finding['fixes'][number]) {
  const files = [...new Set(edits.map(({ at }) => at.file))]
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uri(file) },
      replacements: edits
        .filter(({ at }) => at.file === file)
        .map(({ at, text }) => ({ deletedRegion: region(at), insertedContent: { text } })),
    })),
  }
}

/** A notebook's lines are counted within their cell, which a region cannot say. */
function physical(at: Place): PhysicalLocation {
  const artifactLocation = { uri: uri(at.file) }
  return at.cell === undefined
    ? { artifactLocation, region: region(at) }
    : { artifactLocation, properties: { cell: at.cell, line: at.line } }
}

function region({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function uri(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}
