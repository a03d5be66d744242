/**
 * The pages beside the rules are tests. Under "Reported" every block reports what it says and nothing else; under "Not
 * reported" no block reports anything. A `ts` or `py` block is a whole program: `// error: rule` (or `warning:`, `info:`; in
 * Python after `#`) stands on the line that the finding points at, which is that of the loss's argument, for `compile` that of
 * the value of `loss`; `// kind: distribution` on a declaration states the kind that is inferred for the variable. A `json`
 * block is what `inspectLoss` takes (`loss`, `prediction`, `target`, `weights`, `options`, `value`), with one key `error`,
 * `warning` or `info` that names the rule. Findings that are merely possible do not count, as users do not see them either.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { atLeast } from '../../src/claims.js'
import { loadParser } from '../../src/frontends/python/parse.js'
import { lint } from '../../src/lint.js'
import { type Report, type Severity, severities } from '../../src/report.js'
import { inspectLoss } from '../../src/runtime/index.js'
import { type Block, readPage } from './page.js'
import { reveal } from './reveal.js'

beforeAll(loadParser)

describe.each(rules.map((rule) => rule.name))('%s', (name) => {
  const { blocks } = readPage(name)

  it('shows the rule at work under Reported', () => {
    const stated = blocks.filter((block) => block.section === 'Reported').flatMap(expected)
    expect(stated.some((each) => each.endsWith(`: ${name}`))).toBe(true)
  })

  it.each(blocks.map((block) => [block.section, block.line, block] as const))('%s, line %i', (section, _, block) => {
    if (section === 'Not reported') expect(expected(block)).toEqual([])
    expect(findings(block)).toEqual(expected(block))
  })

  const both = [...new Set(blocks.map((block) => block.section))].filter(
    (section) => inLanguage(blocks, section, 'ts').length > 0 && inLanguage(blocks, section, 'py').length > 0,
  )
  if (both.length > 0)
    it.each(both)('%s says the same of both languages', (section) => {
      const [ts, py] = (['ts', 'py'] as const).map((language) => inLanguage(blocks, section, language).flatMap(findings).map(withoutLine))
      expect(unique(py!)).toEqual(unique(ts!))
    })

  const kinds = blocks.filter(isProgram).flatMap(statedKinds)
  if (kinds.length > 0)
    it.each(kinds)('infers $kind on line $line', ({ file, text, line, kind }) => {
      expect(reveal(text, line, file)).toBe(kind)
    })
})

function expected({ language, text }: Block): string[] {
  if (language === 'json') {
    const stated = JSON.parse(text)
    return severities.filter((severity) => stated[severity]).map((severity) => `${severity}: ${stated[severity]}`)
  }
  return text.split('\n').flatMap((line, i) => {
    const found = /(?:\/\/|#) (error|warning|info): ([\w-]+)$/.exec(line)
    return found ? [`${i + 1}: ${found[1]}: ${found[2]}`] : []
  })
}

function findings(block: Block): string[] {
  const { language, text } = block
  if (isProgram(block)) return shown(lint({ files: [{ path: fileOf(block), text }] }), true)
  if (language !== 'json') throw new Error(`no such block is known: ${language}`)
  const stated: Record<string, unknown> = JSON.parse(text)
  const inspection = Object.fromEntries(Object.entries(stated).filter(([key]) => !severities.includes(key as Severity)))
  return shown(inspectLoss(inspection as unknown as Parameters<typeof inspectLoss>[0]), false)
}

function shown({ findings, problems }: Report, lines: boolean): string[] {
  expect(problems).toEqual([])
  return findings
    .filter(({ certainty }) => atLeast(certainty, 'likely'))
    .map(({ severity, rule, at }) => `${lines ? `${at?.line}: ` : ''}${severity}: ${rule}`)
}

function statedKinds(block: Block): { file: string; text: string; line: number; kind: string }[] {
  return block.text.split('\n').flatMap((each, i) => {
    const found = /(?:\/\/|#) kind: ([\w-]+)$/.exec(each)
    return found ? [{ file: fileOf(block), text: block.text, line: i + 1, kind: found[1]! }] : []
  })
}

function inLanguage(blocks: readonly Block[], section: string, language: string): readonly Block[] {
  return blocks.filter((block) => block.section === section && block.language === language)
}

function isProgram({ language }: Block): boolean {
  return language === 'ts' || language === 'py'
}

function fileOf({ language }: Block): string {
  return `page.${language}`
}

function withoutLine(finding: string): string {
  return finding.replace(/^\d+: /, '')
}

function unique(findings: readonly string[]): string[] {
  return [...new Set(findings)].sort()
}
