import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { runExample } from '../scripts/run-example.mjs'
import { createProgram } from '../src/cli/program.js'
import { validateConfig } from '../src/config/validate.js'
import { isLoss } from '../src/contracts/contract.js'
import { frameworks } from '../src/contracts/index.js'

/**
 * README.md holds comments that say what stands below them: `lines: FILE FROM-TO`, `output: COMMAND`, `rules`, `libraries`, `options`,
 * `quality`, `cost`.
 * The parts are made afresh here and compared; `npx vitest run test/readme.test.ts -u` writes them.
 */
const root = join(import.meta.dirname, '..')
const path = join(root, 'README.md')
const readme = readFileSync(path, 'utf8')

describe('README.md', () => {
  it('shows what the tool prints', async () => {
    await expect(await refreshed(readme)).toMatchFileSnapshot(path)
  }, 60_000)

  it('has two commands that work from nothing, and the checks run the second', () => {
    const commands = [...readme.matchAll(/```sh\n(npm ci && (npm .+))\n```/g)].map(([, , command]) => command)
    expect(commands).toEqual(['npm run examples', 'npm test'])
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npm ci$(?:.|\n)*^npm test\b/m)
  })

  it('has a first command that finds what it says', () => {
    expect(execFileSync('npm', ['run', 'examples'], { cwd: root, encoding: 'utf8' })).toMatch(/so all is as it should be\.\n$/)
  }, 120_000)

  it('has a configuration that is accepted, with every key in the table below it', () => {
    const config = readme.match(/defineConfig\((\{.*?\n\})\)/s)?.[1] ?? ''
    const known = { rules: rules.map(({ name }) => name), frameworks: frameworks.map((framework) => framework.package) }
    expect(validateConfig(evaluate(config), known)).toEqual([])
    const table = readme.match(/^\| key .*?\n\n/ms)?.[0] ?? ''
    const keys = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key)
    const misspelt = validateConfig({ unheardOf: true }, known)[0]?.message ?? ''
    expect(keys.every((key) => validateConfig({ [key ?? '']: undefined }, known).every(({ message }) => message !== misspelt))).toBe(true)
    expect(keys.sort()).toEqual(['contracts', 'files', 'frameworks', 'ignores', 'minCertainty', 'overrides', 'requireReason', 'rules'])
  })

  it('has links that lead somewhere', () => {
    const targets = [...readme.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, target]) => target ?? '')
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([])
  })
})

/** The text with everything below its comments made anew. */
async function refreshed(text: string): Promise<string> {
  let result = text
  for (const [whole, kind = '', what = ''] of text.matchAll(/<!-- (\w+)(?:: (.+?))? -->(?:\n\n(?:```.*?\n```|\|.*?\|)(?=\n\n))?/gs)) {
    const comment = whole.slice(0, whole.indexOf('-->') + 3)
    const block = `${comment}\n\n${await made(kind, what)}`
    result = result.replace(whole, () => block)
  }
  return result
}

async function made(kind: string, what: string): Promise<string> {
  switch (kind) {
    case 'lines':
      return fence(/\.(\w+) /.exec(what)?.[1] ?? '', lines(what))
    case 'output':
      return fence('text', what.startsWith('ce-lint ') ? `$ ${what}\n${ceLint(what)}` : (await runExample(what)).stdout)
    case 'rules':
      return table(
        ['rule', 'severity', 'finds'],
        rules.map(({ name, severity, summary }) => [`[\`${name}\`](rules/${name}.md)`, severity, summary]),
      )
    case 'libraries':
      return table(
        ['library', 'short name', 'losses'],
        frameworks
          .map(({ package: pkg, shorthand, entries }) => [`\`${pkg}\``, `\`${shorthand}\``, String(entries.filter(isLoss).length)])
          .filter(([, , losses]) => losses !== '0'),
      )
    case 'options':
      return table(
        ['option', 'meaning'],
        createProgram(() => {}).options.map(({ flags, description }) => [`\`${flags}\``, description]),
      )
    case 'quality':
      return readFileSync(join(root, 'bench/quality/snapshot.md'), 'utf8').match(/^\| figure .*?\|(?=\n\n)/ms)?.[0] ?? ''
    case 'cost':
      return cost(recorded('runtime'), recorded('webgl'))
    default:
      throw new Error(`README.md asks for ${JSON.stringify(kind)}, which nothing here makes`)
  }
}

interface Recorded {
  rows: {
    backend: string
    batch: number
    classes: number
    ms: Record<'step' | 'start' | 'skipped' | 'examined' | 'full', number>
    floor: number
  }[]
}

interface RecordedInTurn {
  rows: { backend: string; batch: number; classes: number; plain: number; again: number; watched: number }[]
}

function recorded<T = Recorded & RecordedInTurn>(name: string): T {
  return JSON.parse(readFileSync(join(root, `bench/${name}.json`), 'utf8')) as T
}

/** What `node bench/runtime.mjs --record` and `node bench/webgl.mjs --record` measured. */
function cost(memory: Recorded, gpu: RecordedInTurn): string {
  const percent = (share: number) => `${Number((100 * share).toPrecision(2))} %`
  const micro = (ms: number) => `${Number((1000 * ms).toPrecision(2))} µs`
  const places = (row: { backend: string; batch: number; classes: number }) => [`\`${row.backend}\``, `${row.batch} × ${row.classes}`]
  return table(
    [
      'backend',
      'batch',
      '1,000 calls',
      'a call that is examined',
      'one in 64',
      '`full: true`',
      'time of the examined call',
      'to fetch what it reads',
    ],
    [
      ...memory.rows.map((row) => {
        const { step, start, skipped, examined, full } = row.ms
        const often = (examined + 63 * skipped) / 64
        // The first eight are examined one by one.
        const run = (start + 992 * often) / 1000
        return [
          ...places(row),
          percent(run / step),
          percent(examined / step),
          percent(often / step),
          percent(full / step),
          micro(examined),
          micro(row.floor),
        ]
      }),
      ...gpu.rows.map((row) => {
        const more = row.watched - Math.max(row.plain, row.again)
        const shares = more > 0 ? [percent(more / row.plain), percent(more / row.plain / 64)] : ['none to see', 'none to see']
        return [...places(row), '', ...shares, '', '', '']
      }),
    ],
  )
}

function lines(what: string): string {
  const [file = '', from, to] = what.split(/[ -](?=\d)/)
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .slice(Number(from) - 1, Number(to))
    .join('\n')
}

/** As on a terminal, where the pretty format is the default. */
function ceLint(command: string): string {
  const args = [join(root, 'dist/cli.js'), ...command.split(' ').slice(1), '--format', 'pretty', '--no-color']
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(cells[0] ?? []), line(widths.map((width) => '-'.repeat(width))), ...cells.slice(1).map(line)].join('\n')
}

function evaluate(expression: string): unknown {
  return new Function(`return (${expression})`)()
}
