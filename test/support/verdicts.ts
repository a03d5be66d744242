import { defaultConfig } from '../../src/config/config.js'
import type { Config, SourceFile } from '../../src/index.js'
import { lint } from '../../src/lint.js'

/**
 * What the static pass says of a program, beside what its comments ask for. A comment `//! clean`, `//! unknown` or
 * `//! some-rule` stands on the line of a loss call's argument (of the loss for `compile`); every use needs one, and two
 * uses of a line are listed with a comma. `//! some-rule likely` asks for the certainty too, `//! some-rule info` for the severity. `// file: path` starts another file.
 * In Python, whose parser `loadParser` must have loaded, it is `#! clean` and `# file: path`.
 */
export function verdicts(program: string, config: Partial<typeof defaultConfig> = {}): { found: string[]; expected: string[] } {
  const files = split(program)
  const report = lint({ files, config: { ...defaultConfig, ...config } })
  const problems = report.problems.map((problem) => `problem ${problem.file}: ${problem.message}`)
  const found = report.uses.filter((use) => use.verdict !== 'finding').map((use) => `${use.at?.file}:${use.at?.line} ${use.verdict}`)
  const expected = files.flatMap(expectations).sort()
  const findings = report.findings.map(({ at, rule, certainty, severity }) => {
    const verdict = `${at?.file}:${at?.line} ${rule}`
    const asked = expected.find((each) => each.startsWith(`${verdict} `))?.slice(verdict.length + 1)
    return asked === undefined ? verdict : `${verdict} ${asked === severity ? severity : certainty}`
  })
  return { found: [...found, ...findings, ...problems].sort(), expected }
}

export type { Config }

function split(program: string): SourceFile[] {
  const parts = program.split(/^(?:\/\/|#) file: (.*)\n/m)
  if (parts.length === 1) return [{ path: inPython.test(program) ? 'main.py' : 'main.ts', text: program }]
  const files: SourceFile[] = []
  for (let at = 1; at < parts.length; at += 2) files.push({ path: parts[at]!, text: parts[at + 1]! })
  return files
}

/** What only Python begins a line's comment with. */
const inPython = /#! /

function expectations({ path, text }: SourceFile): string[] {
  return text.split('\n').flatMap((line, index) => {
    const comment = /(?:\/\/|#)! (.*)$/.exec(line)?.[1]
    return comment === undefined ? [] : comment.split(',').map((verdict) => `${path}:${index + 1} ${verdict.trim()}`)
  })
}
