import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Misuse } from '../config/misuse.js'
import type { Report } from '../report.js'

/** Writes the report as a page; what draws it is an entry of its own, which is loaded here only. Throws `Misuse` when the file cannot be written. */
export async function writePage(file: string, report: Report): Promise<void> {
  const { toHTML } = await import('ce-lint/html')
  const page = toHTML(report)
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    writeFileSync(file, page)
  } catch (error) {
    throw new Misuse(`--html: ${(error as Error).message}`)
  }
}
