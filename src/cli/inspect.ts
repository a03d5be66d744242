import { dirname, resolve } from 'node:path'
import { openConfigs } from '../config/configs.js'
import { Misuse } from '../config/misuse.js'
import { unknownName } from '../config/unknown-name.js'
import { spelling } from '../contracts/catalog.js'
import { type Contract, isLoss } from '../contracts/contract.js'
import { contractById, findContract, notOneLoss } from '../contracts/index.js'
import { severityOf } from '../filters/levels.js'
import { compareText } from '../place.js'
import type { FileProblem } from '../report.js'
import { type Judged, makeReport } from '../run.js'
import type { RuleOptions } from '../runtime/selection.js'
import { relativePath } from '../scan/scan.js'
import { type Batch, fileAndName, type Given, openBatch, option } from '../stored/batch.js'
import { judgeBatch } from '../stored/judge.js'
import { conclude } from './conclude.js'
import { createDisk } from './disk.js'
import { checkOutputs, type OutputOptions, renderReport } from './format.js'
import { notice, type Outcome } from './outcome.js'
import { writePage } from './page.js'

export interface InspectOptions extends OutputOptions, Given {
  loss?: string
  weight?: string
  option?: string[]
  html?: string
  config?: string
  configLookup: boolean
  executableConfig: boolean
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
  const loss = options.loss === undefined ? undefined : findContract(options.loss)
  if (options.loss !== undefined && !(loss && isLoss(loss))) throw new Misuse(`--loss: ${notOneLoss(options.loss)}`)
  const sole = files.length === 0 && options.prediction !== undefined ? fileAndName(options.prediction) : undefined
  const given: Given = { prediction: sole ? sole.name : options.prediction, target: options.target, weights: options.weight }
  const named = sole ? [sole.file] : files
  const lossOptions = parsedOptions(options.option ?? [], loss)
  if (named.length === 0) throw new Misuse('inspect: name a file of stored tensors, such as batch.npz')
  const settings = await settingsOf([...new Set(named)].sort(compareText), cwd, options)
  const judged: Judged[] = []
  const problems: FileProblem[] = []
  const guesses = new Map<string, string[]>()
  const unlabelled: string[] = []
  for (const [file, rules] of settings) {
    const path = relativePath(cwd, resolve(cwd, file)) || '.'
    try {
      const batch = await openBatch(path, given)
      const report = inspectBatch({ ...batch, options: { ...batch.options, ...lossOptions } }, path, options.loss, rules)
      judged.push(...report.judged)
      problems.push(...report.problems)
      if (!batch.tensors.target) unlabelled.push(path)
      if (batch.guessed.length > 0) guesses.set(guess(batch), [...(guesses.get(guess(batch)) ?? []), path])
    } catch (error) {
      problems.push({ file: path, message: (error as Error).message })
    }
  }
  const report = makeReport({ judged, files: judged.length, problems })
  for (const [text, paths] of guesses) notice(`${listed(paths)}: took ${text}`)
  if (unlabelled.length > 0) notice(`${listed(unlabelled)}: no target is told, so no labels were judged; --target names them`)
  if (options.html !== undefined) await writePage(options.html, report)
  // A file that cannot be judged fails the run only when none could be, or under --strict.
  const code = conclude(report, options, { unmatched: report.uses.length === 0 })
  return { code, text: await renderReport(report, options, createDisk(cwd).read) }
}

/** The settings of each file: of the config nearest above it, or that of the working directory where none is above it. */
async function settingsOf(files: readonly string[], cwd: string, options: InspectOptions): Promise<ReadonlyMap<string, RuleOptions>> {
  const { rules } = await import('../../rules/index.js')
  const { configLookup: lookup, executableConfig: executable } = options
  const configs = openConfigs({ cwd, file: options.config, lookup, executable, commandLine: options })
  await configs.above(cwd)
  const settings = new Map<string, RuleOptions>()
  for (const file of files) {
    const path = resolve(cwd, file)
    const isBelow = (await configs.above(dirname(path))).file !== undefined
    const own = configs.settingsOf(isBelow ? relativePath(cwd, path) : 'tensors')
    const levels = rules.map((rule) => [rule.name, severityOf(rule, own) ?? 'off'])
    settings.set(file, { rules: Object.fromEntries(levels), minCertainty: own.minCertainty })
  }
  return settings
}

/** `ignore_index=255` as the loss would be given it. Throws a `Misuse` for what is no option of the loss. */
function parsedOptions(given: readonly string[], loss: Contract | undefined): NonNullable<Batch['options']> {
  const names = loss?.takes.filter(({ role }) => role === 'option').map(({ name }) => name)
  const parsed = given.map((text): [string, string | number | boolean | null] => {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (name === undefined || value === undefined) throw new Misuse(`--option: expected NAME=VALUE, got ${JSON.stringify(text)}`)
    if (names && !names.includes(name)) throw new Misuse(`--option: ${unknownName(name, `option of ${spelling(loss!)}`, names)}`)
    return [name, literal(value)]
  })
  return Object.fromEntries(parsed)
}

const words: Readonly<Record<string, boolean | null>> = { true: true, True: true, false: false, False: false, null: null, None: null }

/** Numbers and truth values of JSON and of Python; all else is text. */
function literal(text: string): string | number | boolean | null {
  if (Object.hasOwn(words, text)) return words[text]!
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

/** A finding points at the name under which the file holds the argument, in bytes at the file's start. */
function inspectBatch(batch: Batch, path: string, lossOption: string | undefined, settings: RuleOptions) {
  try {
    const { tensors } = batch
    const report = judgeBatch(batch, lossOption, settings)
    const place = (role: string) => Object.entries(tensors).find(([part]) => part === role)?.[1].place ?? tensors.prediction.place
    const judged = report.uses.map((use) => ({
      use: { ...use, at: batch.lossPlace ?? tensors.prediction.place },
      findings: report.findings.map((finding) => ({ ...finding, at: place(finding.role ?? 'prediction') })),
      within: '',
      callee: contractById(use.loss)?.name ?? use.loss,
    }))
    return { judged, problems: report.problems.map((problem) => ({ ...problem, file: path })) }
  } finally {
    batch.close()
  }
}

function guess({ guessed, tensors }: Batch): string {
  const parts = guessed.map((part) => `${JSON.stringify(tensors[part]?.name)} for the ${part}`)
  return `${parts.join(' and ')}; ${guessed.map((part) => `--${option(part)}`).join(' and ')} can name others`
}

function listed(paths: readonly string[]): string {
  return paths.length > 3 ? `${paths.slice(0, 2).join(', ')} and ${paths.length - 2} more` : paths.join(', ')
}
