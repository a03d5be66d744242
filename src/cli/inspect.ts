import { readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { Misuse } from '../config/misuse.js'
import { resolveConfig } from '../config/resolve.js'
import { contractById, findContract, notOneLoss } from '../contracts/index.js'
import { severityOf } from '../filters/levels.js'
import { compareText } from '../place.js'
import type { FileProblem, Report } from '../report.js'
import { type Judged, makeReport } from '../run.js'
import type { Inspection } from '../runtime/index.js'
import { relativePath } from '../scan/scan.js'
import { createDisk } from './disk.js'
import { exitCode, tooManyWarnings } from './exit-code.js'
import { checkOutputs, type OutputOptions, renderReport } from './format.js'
import { notice, type Outcome } from './outcome.js'
import { readStored } from './stored.js'

export interface InspectOptions extends OutputOptions {
  loss?: string
  config?: string
  configLookup: boolean
  rule?: string[]
  only?: string[]
  skip?: string[]
  minCertainty?: string
  maxWarnings?: number
  exitZero?: boolean
  strict?: boolean
}

/** Judges stored tensors, one loss call a file. */
export async function inspect(files: readonly string[], options: InspectOptions): Promise<Outcome> {
  const cwd = process.cwd()
  checkOutputs(options)
  if (options.loss !== undefined && !findContract(options.loss)) throw new Misuse(`--loss: ${notOneLoss(options.loss)}`)
  const settings = await ruleSettings(cwd, options)
  const judged: Judged[] = []
  const problems: FileProblem[] = []
  for (const file of [...new Set(files)].sort(compareText)) {
    const path = relativePath(cwd, resolve(cwd, file))
    try {
      const report = await inspectFile(path, options.loss, settings)
      judged.push(...report.judged)
      problems.push(...report.problems)
    } catch (error) {
      problems.push({ file: path, message: (error as Error).message })
    }
  }
  const report = makeReport({ judged, files: judged.length, problems })
  return { code: conclude(report, options), text: await renderReport(report, options, createDisk(cwd).read) }
}

async function ruleSettings(cwd: string, options: InspectOptions): Promise<Pick<Inspection, 'rules' | 'minCertainty'>> {
  const { rules } = await import('../../rules/index.js')
  const { config } = await resolveConfig({ cwd, file: options.config, lookup: options.configLookup, overrides: options })
  return {
    rules: Object.fromEntries(rules.map((rule) => [rule.name, severityOf(rule, config) ?? 'off'])),
    minCertainty: config.minCertainty,
  }
}

/** Tensors have no places; a finding points at the key under which the file holds the argument. */
async function inspectFile(path: string, lossOption: string | undefined, settings: Pick<Inspection, 'rules' | 'minCertainty'>) {
  if (extname(path) !== '.json') throw new Error('is no .json file, the one format of stored tensors that is read')
  const stored = readStored(path, readText(path))
  const loss = lossOption ?? stored.loss
  if (loss === undefined) throw new Error('names no loss; add "loss" to it, or give --loss')
  const { inspectLoss } = await import('../runtime/index.js')
  const report: Report = inspectLoss({ ...stored.arguments, ...settings, loss })
  const judged = report.uses.map((use) => ({
    use: { ...use, at: stored.place('loss') ?? stored.place('prediction') },
    findings: report.findings.map((finding) => ({
      ...finding,
      at: (finding.role && stored.place(finding.role)) ?? stored.place('prediction'),
    })),
    within: '',
    callee: contractById(use.loss)?.name ?? use.loss,
  }))
  return { judged, problems: report.problems.map((problem) => ({ ...problem, file: path })) }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`cannot be read: ${(error as Error).message}`)
  }
}

/** A file that cannot be judged fails the run only when none could be, or under --strict. */
function conclude(report: Report, options: InspectOptions) {
  const { error, warning } = report.summary.findings
  const warnings = { warnings: warning, maxWarnings: options.maxWarnings }
  if (tooManyWarnings(warnings)) notice(`${warning} warnings, at most ${options.maxWarnings} allowed`)
  return exitCode({
    errors: error,
    ...warnings,
    exitZero: options.exitZero ?? false,
    problems: report.problems.length,
    strict: options.strict ?? false,
    internal: report.problems.some((problem) => problem.internal),
    unmatched: report.uses.length === 0,
  })
}
