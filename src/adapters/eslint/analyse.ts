import { readFileSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { type Config, defaultConfig, type ResolvedConfig } from '../../config/config.js'
import { isFile } from '../../contracts/catalog.js'
import type { Contract } from '../../contracts/contract.js'
import { createCatalog, frameworks } from '../../contracts/index.js'
import { readContracts } from '../../contracts/user.js'
import { formulaWords, handedOver, lossWords } from '../../contracts/words.js'
import type { Host } from '../../frontends/frontend.js'
import { typescript } from '../../frontends/typescript/index.js'
import { lint } from '../../lint.js'
import type { Finding } from '../../report.js'
import { createGate, type Gate } from '../../scan/gate.js'
import type { Context, SourceCode } from './eslint.js'

/** What `settings['ce-lint']` may hold: the levels of rules are ESLint's own. */
export type Settings = Pick<Config, 'contracts' | 'minCertainty'>

/** All rules ask for the same file one after another: it is analysed once. */
const analysed = new WeakMap<SourceCode, readonly Finding[]>()

/** The findings of all rules in a file, whatever their level in ESLint. The parser is loaded with the first file that may hold a loss. */
export function findingsOf({ filename, cwd, sourceCode, settings }: Context): readonly Finding[] {
  const known = analysed.get(sourceCode)
  if (known) return known
  const findings = analyse(pathOf(filename, cwd), sourceCode.text, settings['ce-lint'] ?? {}, cwd)
  analysed.set(sourceCode, findings)
  return findings
}

function analyse(path: string, text: string, settings: Settings, cwd: string): readonly Finding[] {
  const { config, gate } = prepared(settings)
  if (!typescript.handles(path) || !gate.reaches(text) || !(gate.names(text) || gate.calls(text))) return []
  return lint({ files: [{ path, text }], host: described(config.contracts, cwd), config, partial: true }).findings
}

/** Of all other files, those that contracts describe: what is imported from them is known by its file. */
function described(contracts: readonly Contract[], cwd: string): Host {
  const isThere = (path: string) =>
    contracts.some(({ package: name }) => isFile(name, path)) &&
    (statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isFile() ?? false)
  return { isFile: isThere, read: (path) => (isThere(path) ? readFileSync(resolve(cwd, path), 'utf8') : undefined) }
}

/** Code without a file, and blocks that a processor cuts out of one, may be named by anything. */
function pathOf(filename: string, cwd: string): string {
  if (filename.startsWith('<')) return 'input.tsx'
  return relative(cwd, filename).split(sep).join('/')
}

interface Prepared {
  config: ResolvedConfig
  gate: Gate
}

const preparations = new Map<string, Prepared>()

/** Settings are the same for most files, and rarely the same object. Throws an error that names the key that is wrong. */
function prepared(settings: Settings): Prepared {
  const key = JSON.stringify(settings)
  let found = preparations.get(key)
  if (!found) {
    const { contracts, problems } = readContracts(settings.contracts ?? [])
    const [problem] = problems
    if (problem) throw new Error(`settings['ce-lint'].${problem.path}: ${problem.message}`)
    const config = { ...defaultConfig, contracts, minCertainty: settings.minCertainty ?? defaultConfig.minCertainty }
    const catalog = createCatalog(contracts)
    const globals = frameworks.flatMap((framework) => framework.globals)
    found = { config, gate: createGate(lossWords(catalog), globals, formulaWords(catalog), handedOver) }
    preparations.set(key, found)
  }
  return found
}
