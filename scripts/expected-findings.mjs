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

/** Programs that are there in both languages, as `a-program.ts` and `a_program.py`; `different` when not the same is found in them. */
export function twins(expected) {
  const kinds = ({ findings }) => [...new Set(findings.map(({ severity, rule }) => `${severity} ${rule}`))].sort().join()
  return expected.flatMap((typescript) => {
    const name = typescript.file.replace(/\.ts$/, '.py').replaceAll('-', '_')
    const python = expected.find(({ file }) => file === name && file !== typescript.file)
    return python ? [{ typescript: typescript.file, python: python.file, different: kinds(typescript) !== kinds(python) }] : []
  })
}
