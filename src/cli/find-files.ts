import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Configs } from '../config/configs.js'
import { mayHoldConfig } from '../config/find.js'
import { Misuse } from '../config/misuse.js'
import { createCatalog, frameworks } from '../contracts/index.js'
import { formulaWords, handedOver, lossWords } from '../contracts/words.js'
import { createGate, type Gate } from '../scan/gate.js'
import { type IgnoreRules, patterns } from '../scan/ignored.js'
import { gateFor, lookAt } from '../scan/read.js'
import { isSource, noSource, notText, relativePath, type Scan, scan } from '../scan/scan.js'
import type { Selection, Selections } from '../scan/selection.js'
import type { CheckOptions } from './check.js'

/** The files that are to be analysed: those of the paths, or standard input. */
export async function findFiles(paths: readonly string[], options: CheckOptions, cwd: string, configs: Configs): Promise<Scan> {
  const globals = frameworks.flatMap((framework) => framework.globals)
  const gate = () => {
    const catalog = createCatalog(configs.whole().contracts)
    return createGate(lossWords(catalog), globals, formulaWords(catalog), handedOver)
  }
  if (isStdin(paths, options)) {
    if (paths.some((path) => path !== '-')) throw new Misuse('standard input and paths cannot be linted in one run')
    const path = relativePath(cwd, options.stdinFilename ?? 'stdin.ts')
    await configs.above(dirname(resolve(cwd, path)))
    return fromStdin(path, gate())
  }
  const named = options.ignorePattern ? [patterns(cwd, options.ignorePattern)] : []
  return scan({
    cwd,
    paths: paths.length > 0 ? paths : ['.'],
    gate,
    selections: selectionsOf(configs, options.ignore ? named : undefined),
    all: !options.ignore,
  })
}

/** What each config picks, where it holds; `ignores` hold everywhere, and without them nothing is ignored. */
function selectionsOf(configs: Configs, everywhere: readonly IgnoreRules[] | undefined): Selections {
  const above = async (folder: string): Promise<Selection> => {
    const { base, config } = await configs.above(folder)
    const { files = [], ignores = [] } = config
    return {
      files: files.length > 0 ? patterns(base, files) : undefined,
      ignores: everywhere ? [...everywhere, ...(ignores.length > 0 ? [patterns(base, ignores)] : [])] : [],
    }
  }
  return { above, within: (folder, entries) => (entries.some(({ name }) => mayHoldConfig(name)) ? above(folder) : undefined) }
}

export function isStdin(paths: readonly string[], { stdin }: CheckOptions): boolean {
  return stdin === true || paths.includes('-')
}

/** Options about what lies on the disk. */
const ofDisk = ['suppressAll', 'suppressRule', 'pruneSuppressions', 'changed', 'since', 'staged'] as const

/** Throws `Misuse` for options that do not go with where the source comes from. */
export function checkStdin(paths: readonly string[], options: CheckOptions): void {
  if (!isStdin(paths, options) && options.stdinFilename !== undefined) throw new Misuse('--stdin-filename goes with --stdin')
  const wrong = isStdin(paths, options) && ofDisk.find((name) => options[name])
  if (!wrong) return
  const name = wrong.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  throw new Misuse(`--${name} and standard input do not go together`)
}

function fromStdin(path: string, gate: Gate): Scan {
  const found = lookAt(readStdin(), gateFor(path, gate), true)
  const message = !isSource(path) ? noSource : found.verdict === 'binary' ? notText : undefined
  return {
    candidates: message === undefined && found.verdict === 'text' ? [{ path, text: found.text }] : [],
    others: [],
    commented: [],
    partial: true,
    looked: [path],
    problems: message === undefined ? [] : [{ file: path, message }],
    missing: [],
    empty: [],
  }
}

function readStdin(): Buffer {
  try {
    return readFileSync(0)
  } catch (error) {
    throw new Misuse(`standard input cannot be read: ${(error as Error).message}`)
  }
}
