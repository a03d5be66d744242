import type { Report, Severity } from '../report.js'

/** What a format needs to know of a rule: handed in as data, so that no reporter loads the rules. */
export interface RuleInfo {
  name: string
  severity: Severity
  summary: string
  /** The rule's page, in Markdown. */
  help?: string
  /** Where the page is published. */
  url?: string
}

export interface ReporterContext {
  /** Text of a file, or of a notebook's cell, that a place refers to; undefined when it cannot be had (any more). */
  source(file: string, cell?: number): string | undefined
  color: boolean
  /** Also list the loss calls that were not understood. */
  unknown: boolean
  rules: readonly RuleInfo[]
  /** The text goes to a terminal: pictures may be drawn with more than ASCII. */
  terminal?: boolean
}

/** Turns a report into the whole text of a format, final line break included. */
export type Reporter = (report: Report, context: ReporterContext) => string

export const formats = ['pretty', 'concise', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'agent'] as const
export type Format = (typeof formats)[number]
