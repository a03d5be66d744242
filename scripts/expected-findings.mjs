import { readFileSync } from 'node:fs'

/**
 * What the table in examples/README.md says that ce-lint finds: `{ file, rule, severity }` for every finding, in order of
 * the table; a file without findings has none.
 */
export function expectedFindings(readme) {
  const rows = readFileSync(readme, 'utf8').matchAll(/^\| \[`(?<file>[^`\n]+)`\]\([^)\n]*\) *\|.*\| (?<findings>[^|\n]*) \|$/gm)
  return [...rows].map(({ groups: { file, findings } }) => ({
    file,
    findings: [...findings.matchAll(/(error|warning|info) `([a-z-]+)`/g)].map(([, severity, rule]) => ({ severity, rule })),
  }))
}
