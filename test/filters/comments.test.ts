import { beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { defaultConfig, type ResolvedConfig } from '../../src/config/config.js'
import { loadFormats } from '../../src/frontends/embedded/formats.js'
import { loadParser } from '../../src/frontends/python/parse.js'
import { type LintOptions, lint } from '../../src/lint.js'

beforeAll(async () => {
  await loadParser()
  await loadFormats(['a.html', 'a.vue', 'a.svelte', 'a.md'])
})

/** Places of what is reported and of what is silenced, `line rule`. */
function linted(files: Record<string, string>, config: Partial<ResolvedConfig> = {}, more: Partial<LintOptions> = {}) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
  const report = lint({ files: sources, config: { ...defaultConfig, ...config }, ...more })
  const short = ({ at, rule }: (typeof report.findings)[number]) => `${at?.cell ? `${at.cell}:` : ''}${at?.line} ${rule}`
  return { report, left: report.findings.map(short), silenced: report.suppressed.map(short) }
}

const fault = 'probabilities-as-logits'
const ts = (body: string) => `import * as tf from '@tensorflow/tfjs'
export function f(x: tf.Tensor2D, y: tf.Tensor2D) {
${body}
}`
const call = 'tf.losses.softmaxCrossEntropy(y, tf.softmax(x))'
const py = (body: string) => `import torch.nn.functional as F
def f(x, w, y):
${body}
`
const pyCall = 'F.cross_entropy(F.softmax(x @ w, dim=1), y)'

describe('the forms', () => {
  it.each([
    ['next line', `// ce-lint-disable-next-line ${fault}\n${call}\n${call}`, ['4'], ['5']],
    ['next line, as a block', `/* ce-lint-disable-next-line\n ${fault} */\n${call}\n${call}`, ['5'], ['6']],
    ['line', `${call} // ce-lint-disable-line ${fault}\n${call}`, ['3'], ['4']],
    ['line, before', `/* ce-lint-disable-line ${fault} */ ${call}\n${call}`, ['3'], ['4']],
    ['block', `${call}\n/* ce-lint-disable ${fault} */\n${call}\n/* ce-lint-enable ${fault} */\n${call}`, ['5'], ['3', '7']],
    ['block, ended for all', `// ce-lint-disable ${fault}\n${call}\n// ce-lint-enable\n${call}`, ['4'], ['6']],
    ['block to the end', `${call}\n/* ce-lint-disable ${fault} */\n${call}\n${call}`, ['5', '6'], ['3']],
    ['several names', `${call} // ce-lint-disable-line ${fault}, zero-loss`, ['3'], ['3 unused-disable']],
  ])('%s', (_, body, silenced, left) => {
    const found = linted({ 'a.ts': ts(body) })
    expect(found.silenced).toEqual(silenced.map((line) => `${line} ${fault}`))
    expect(found.left).toEqual(left.map((each) => (each.includes(' ') ? each : `${each} ${fault}`)))
  })

  it('silences a whole file', () => {
    const text = ts(`${call}\n${call}`)
    expect(linted({ 'a.ts': `/* ce-lint-disable ${fault} */ ${text}` })).toMatchObject({ left: [], silenced: { length: 2 } })
    expect(linted({ 'a.py': `# ce-lint-disable ${fault}\n${py(`    ${pyCall}`)}` })).toMatchObject({ left: [], silenced: { length: 1 } })
  })

  it('keeps the reason and the place, and marks the use', () => {
    const { report } = linted({ 'a.ts': ts(`// ce-lint-disable-next-line ${fault} -- on purpose\n${call}`) })
    const at = { file: 'a.ts', line: 3, column: 1, endLine: 3, endColumn: 67 }
    expect(report.suppressed[0]).toMatchObject({ rule: fault, suppressions: [{ kind: 'comment', reason: 'on purpose', at }] })
    expect(report.uses).toMatchObject([{ verdict: 'finding', suppressed: true }])
    expect(report.summary).toMatchObject({ uses: 1, clean: 0, unknown: 0, suppressed: 1, findings: { error: 0, warning: 0, info: 0 } })
  })

  it('gives findings the fingerprints that they have without comments', () => {
    const body = (comment: string) => ts(`${call} ${comment}\n${call}`)
    const [, second] = linted({ 'a.ts': body('') }).report.findings
    const { report } = linted({ 'a.ts': body(`// ce-lint-disable-line ${fault}`) })
    expect(report.findings.map(({ fingerprint }) => fingerprint)).toEqual([second!.fingerprint])
  })
})

describe('where a comment works', () => {
  const spread = (first: string, second: string, third: string) =>
    ts(`${first}\nconst p = tf.softmax(x)\n${second}\nconst loss = tf.losses.softmaxCrossEntropy(\n  y,\n${third}\n  p,\n)\nreturn loss`)
  const next = `// ce-lint-disable-next-line ${fault}`
  it.each([
    ['the step where the kind was made', spread(next, '', '')],
    ['the first line of the loss call', spread('', next, '')],
    ['the argument at fault', spread('', '', next)],
  ])('at %s', (_, text) => {
    expect(linted({ 'a.ts': text })).toMatchObject({ left: [], silenced: [`9 ${fault}`] })
  })

  it('at no other line of the call', () => {
    const text = ts(`tf.losses.softmaxCrossEntropy(\n  y,\n  tf.softmax(x),\n) // ce-lint-disable-line ${fault}`)
    expect(linted({ 'a.ts': text }).left).toEqual([`5 ${fault}`, '6 unused-disable'])
  })

  it('in the file where the kind was made', () => {
    const files = {
      'model.ts': `import * as tf from '@tensorflow/tfjs'\nexport const predict = (x) => tf.softmax(x) // ce-lint-disable-line ${fault}\n`,
      'train.ts': `import * as tf from '@tensorflow/tfjs'\nimport { predict } from './model'\nexport const f = (x, y) => tf.losses.softmaxCrossEntropy(y, predict(x))\n`,
    }
    expect(linted(files)).toMatchObject({ left: [], silenced: [`3 ${fault}`] })
  })
})

describe('the languages', () => {
  const script = (comment: string) =>
    `<script src="https://cdn.jsdelivr.net/npm/@tensorflow/tfjs"></script>\n<script>\nconst f = (x, y) => tf.losses.softmaxCrossEntropy(y, tf.softmax(x)) ${comment}\n</script>\n`
  const component = `import * as tf from '@tensorflow/tfjs'\n// ce-lint-disable-next-line ${fault}\nconst f = (x, y) => ${call}`
  const notebook = (...cells: string[]) =>
    JSON.stringify({ cells: cells.map((source) => ({ cell_type: 'code', source })), metadata: {}, nbformat: 4, nbformat_minor: 5 })
  const files: Record<string, Record<string, string>> = {
    JSX: { 'a.jsx': `${ts(`return <p>{/* ce-lint-disable-next-line ${fault} */}\n{${call}}</p>`)}`.replace(/: tf.Tensor2D/g, '') },
    'a script in HTML': { 'a.html': script(`// ce-lint-disable-line ${fault}`) },
    'HTML itself': { 'a.html': `<!-- ce-lint-disable ${fault} -- the page shows the fault -->\n${script('')}` },
    Vue: { 'a.vue': `<script>\n${component}\n</script>\n<template><p /></template>\n` },
    Svelte: { 'a.svelte': `<script>\n${component}\n</script>\n<p>hello</p>\n` },
    Python: { 'a.py': py(`    # ce-lint-disable-next-line ${fault} -- why\n    return ${pyCall}`) },
    'Python, behind other comments': { 'a.py': py(`    return ${pyCall}  # noqa: E501  # ce-lint-disable-line ${fault}`) },
    Markdown: { 'a.md': `# A\n\n\`\`\`ts\n${component}\n\`\`\`\n` },
    'Markdown, around its code': { 'a.md': `<!-- ce-lint-disable ${fault} -->\n\n\`\`\`py\n${py(`    return ${pyCall}`)}\n\`\`\`\n` },
    'a cell of a notebook': {
      'a.ipynb': notebook('import torch.nn.functional as F', py(`    # ce-lint-disable-next-line ${fault}\n    return ${pyCall}`)),
    },
    'further cells of a notebook': { 'a.ipynb': notebook(`# ce-lint-disable ${fault}`, py(`    return ${pyCall}`)) },
  }
  it.each(Object.keys(files))('%s', (name) => {
    expect(linted(files[name]!)).toMatchObject({ left: [], silenced: { length: 1 } })
  })

  it('does not reach from one cell into the next by its lines', () => {
    const text = notebook(
      `# ce-lint-disable-next-line ${fault}`,
      `${py(`    return ${pyCall}`)}`.replace(/^.*\n.*\n/, (head) => head.replace('\n', '; ')),
    )
    expect(linted({ 'a.ipynb': text })).toMatchObject({ silenced: [] })
  })

  it.each([
    ['a string', `const s = 'ce-lint-disable ${fault}'`],
    ['a template', `const s = \`// ce-lint-disable ${fault}\``],
    ['a piece of a template', `const s = \`\${x} /* ce-lint-disable ${fault} */ \${y}\``],
    ['a regular expression', `const s = / ce-lint-disable ${fault}/`],
  ])('takes %s for no comment', (_, statement) => {
    expect(linted({ 'a.ts': ts(`${statement}\n${call}`) }).left).toEqual([`4 ${fault}`])
  })

  it('takes text in JSX and strings of Python for no comment', () => {
    const jsx = `const a = <p>// ce-lint-disable ${fault}</p>\n`
    expect(linted({ 'a.tsx': jsx + ts(call) }).left).toEqual([`4 ${fault}`])
    expect(linted({ 'a.py': py(`    """# ce-lint-disable ${fault}"""\n    return ${pyCall}`) }).left).toEqual([`4 ${fault}`])
  })
})

describe('comments without effect', () => {
  const told = (body: string, config: Partial<ResolvedConfig> = {}, more: Partial<LintOptions> = {}) =>
    linted({ 'a.ts': ts(body) }, config, more)
      .report.findings.filter(({ rule }) => rule === 'unused-disable')
      .map(({ message }) => `${message.what} ${message.todo}`)
  const clean = 'tf.losses.softmaxCrossEntropy(y, tf.matMul(x, x))'

  it.each([
    ['unused', `${clean} // ce-lint-disable-line ${fault}`, /^`ce-lint-disable-line` has no effect: .* `probabilities-as-logits`/],
    ['one of two', `${call} // ce-lint-disable-line ${fault}, zero-loss`, /no finding of `zero-loss` to silence/],
    ['both', `${clean} // ce-lint-disable-line ${fault}, zero-loss`, /`probabilities-as-logits` or `zero-loss`/],
    [
      'an unknown name',
      `${call} // ce-lint-disable-line ${fault}s`,
      /names `probabilities-as-logitss`, and no rule.*Write `probabilities-as-logits`/,
    ],
    ['words without dashes', `${call} // ce-lint-disable-line ${fault} deliberate`, /names `deliberate`.*a reason after `--`/],
    ['no name', `${call} // ce-lint-disable-line`, /names no rule/],
    ['a misspelt comment', `${call} // ce-lint-disable-lin ${fault}`, /is no comment.*Write `ce-lint-disable-line`/],
    ['an end without a beginning', `${clean} // ce-lint-enable ${fault}`, /switches `probabilities-as-logits` off/],
    ['an end for all without a beginning', `${clean} // ce-lint-enable`, /nothing before it switches a rule off/],
    ['itself', `${clean} // ce-lint-disable-line unused-disable`, /set by configuration only/],
  ])('%s', (_, body, expected) => {
    const found = told(body)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(expected)
  })

  it('stand at the comment, and silence nothing', () => {
    const { report, left } = linted({ 'a.ts': ts(`${call} // ce-lint-disable-line`) })
    expect(left).toEqual([`3 ${fault}`, '3 unused-disable'])
    expect(report.findings[1]).toMatchObject({ severity: 'warning', at: { line: 3, column: 49 }, related: [] })
    expect(report.findings[1]!.fingerprint).toMatch(/^[\da-f]{16}$/)
    expect(report.summary).toMatchObject({ comments: 1, suppressed: 0 })
  })

  it('cannot be silenced', () => {
    const text = ts(`/* ce-lint-disable unused-disable */\n${clean} // ce-lint-disable-line ${fault}`)
    expect(linted({ 'a.ts': text }).left).toEqual(['3 unused-disable', '4 unused-disable'])
  })

  it('have a level', () => {
    const body = `${clean} // ce-lint-disable-line ${fault}`
    expect(linted({ 'a.ts': ts(body) }, { rules: { 'unused-disable': 'error' } }).report.summary.findings.error).toBe(1)
    expect(told(body, { rules: { 'unused-disable': 'off' } })).toEqual([])
  })

  it('are not told of where the run cannot know', () => {
    const body = `${call} // ce-lint-disable-line ${fault}`
    for (const config of [{ rules: { [fault]: 'off' } }, { skip: [fault] }, { only: ['zero-loss'] }, { frameworks: ['torch'] }] as const)
      expect(told(body, config)).toEqual([])
    const doubtful = `const z = y.size > 3 ? tf.matMul(x, x) : tf.softmax(x)\ntf.losses.softmaxCrossEntropy(y, z) // ce-lint-disable-line ${fault}`
    expect(linted({ 'a.ts': ts(doubtful) }, { minCertainty: 'possible' }).silenced).toEqual([`4 ${fault}`])
    expect(told(doubtful)).toEqual([])
    expect(told(`tf.losses.softmaxCrossEntropy(y, load(x)) // ce-lint-disable-line ${fault}`)).toEqual([])
  })

  it('may be meant for a declaration that is not reported', () => {
    const comment = '// ce-lint-disable-next-line contradicted-declaration'
    const body = `${comment}\nfunction g(/** @kind logits */ p) { return p }\ng(tf.softmax(x))\ng(load(x))`
    const { report, left, silenced } = linted({ 'a.ts': ts(body) })
    expect({ left, silenced }).toEqual({ left: [], silenced: ['4 contradicted-declaration'] })
    expect(report.suppressed[0]!.certainty).toBe('likely')
    expect(linted({ 'a.ts': ts(body) }, { minCertainty: 'proved' })).toMatchObject({ left: [], silenced: [] })
  })

  it('may be meant for a file that was not looked at', () => {
    const body = `return tf.softmax(x) // ce-lint-disable-line ${fault}`
    expect(told(body)).toHaveLength(1)
    expect(told(body, {}, { partial: true })).toEqual([])
    expect(told(`${clean} // ce-lint-disable-line ${fault}`, {}, { partial: true })).toHaveLength(1)
  })

  it('are told of in files without a loss', () => {
    const read = (path: string) => (path === 'b.py' ? `x = 1  # ce-lint-disable-line ${fault}\n` : undefined)
    const host = { read, isFile: (path: string) => path === 'b.py' }
    const { report } = linted({ 'a.ts': ts(clean) }, {}, { host, commented: ['b.py'] })
    expect(report.findings.map(({ at, rule }) => `${at?.file} ${rule}`)).toEqual(['b.py unused-disable'])
  })

  it('are those without a reason where one is required', () => {
    const body = (reason: string) => `${call} // ce-lint-disable-line ${fault}${reason}`
    expect(told(body(''), { requireReason: true })).toEqual(['`ce-lint-disable-line` gives no reason. Write the reason after `--`.'])
    expect(told(body(' --'), { requireReason: true })).toHaveLength(1)
    expect(told(body(' -- why'), { requireReason: true })).toEqual([])
    expect(told(body(''))).toEqual([])
  })
})

it('can be told to heed no comment', () => {
  const { left, silenced } = linted({ 'a.ts': ts(`${call} // ce-lint-disable-line ${fault}\n// ce-lint-disable`) }, { inlineConfig: false })
  expect({ left, silenced }).toEqual({ left: [`3 ${fault}`], silenced: [] })
})

it('knows the names of built-in rules beside those of a run', () => {
  const own = { ...rules.find(({ name }) => name === 'unused-disable')! }
  const { left } = linted({ 'a.ts': ts(`${call} // ce-lint-disable-line ${fault}, unheard-of`) }, {}, { rules: [own] })
  expect(left).toEqual(['3 unused-disable'])
})
