import { readFileSync } from 'node:fs'
import { Misuse } from '../config/misuse.js'
import type { Report } from '../report.js'
import { createDisk } from './disk.js'
import { checkOutputs, type OutputOptions, renderReport } from './format.js'
import type { Outcome } from './outcome.js'
import { writePage } from './page.js'

/** Prints a stored report again, as the run that made it would have. */
export async function render(file: string, options: OutputOptions & { html?: string }): Promise<Outcome> {
  checkOutputs(options)
  const report = read(file)
  if (options.html !== undefined) await writePage(options.html, report)
  return { code: 0, text: await renderReport(report, options, createDisk(process.cwd()).read) }
}

function read(file: string): Report {
  let value: Report
  try {
    value = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Misuse(`${file} cannot be read as a report: ${(error as Error).message}`)
  }
  if (value?.tool?.name !== 'ce-lint') throw new Misuse(`${file} is no report of ce-lint: "ce-lint -f json" writes one`)
  if (value.version !== 1) throw new Misuse(`${file} is a report of version ${value.version}; this ce-lint reads version 1`)
  const lists = [value.uses, value.findings, value.problems]
  if (!lists.every(Array.isArray) || typeof value.summary?.findings !== 'object') throw new Misuse(`${file} is a report with parts missing`)
  return { ...value, suppressed: value.suppressed ?? [] }
}
