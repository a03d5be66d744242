import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { publint } from 'publint'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../src/version.js'

const root = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'ce-lint-package-'))
const modules = join(home, 'node_modules')
let packed: string[]
let tarball: string

beforeAll(() => {
  const [result] = JSON.parse(npm(root, 'pack', '--json', '--silent', '--pack-destination', home))
  packed = result.files.map(({ path }: { path: string }) => path)
  tarball = join(home, result.filename)
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }')
  npm(home, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball)
})

afterAll(() => rmSync(home, { recursive: true }))

describe('the packed files', () => {
  it('are the bundles, the types, the rule pages and what goes with them', () => {
    const known = [
      /^dist\/(cli|eslint|html|index|runtime)\.js$/,
      /^dist\/chunks\/[\w-]+\.js$/,
      /^dist\/types\/.+\.d\.ts$/,
      /^(?:rules|docs)\/[a-z-]+\.md$/,
    ]
    const grammars = ['dist/tree-sitter-python.wasm', 'dist/web-tree-sitter.wasm']
    const plain = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/LICENSES', ...grammars, 'package.json', 'schema.json']
    expect(packed.filter((path) => !known.some((pattern) => pattern.test(path))).sort()).toEqual(plain)
  })

  it('hold the page of every rule', () => {
    const pages = readdirSync(join(root, 'rules')).filter((name) => name.endsWith('.md'))
    expect(packed).toEqual(expect.arrayContaining(pages.map((name) => `rules/${name}`)))
  })

  it('hold the pages on how it is used that README leads to', () => {
    const links = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\(((?:rules|docs)\/[^)#]+)/g)].map(([, path]) => path)
    expect(links).toContain('docs/ci.md')
    expect(packed).toEqual(expect.arrayContaining([...new Set(links)]))
  })

  it('load their dependencies and nothing else', () => {
    const { dependencies } = JSON.parse(readFileSync(join(modules, 'ce-lint/package.json'), 'utf8'))
    const code = packed.filter((path) => path.endsWith('.js')).map((path) => readFileSync(join(modules, 'ce-lint', path), 'utf8'))
    const imported = code.flatMap((text) => ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName))
    const required = code.flatMap((text) =>
      [...text.matchAll(/\b(?:create)?require\w*\((?:import\.meta\.url\)\()?"([^"]+)"\)/gi)].map(([, name]) => name ?? ''),
    )
    const own = (name: string) => name.startsWith('.') || name.startsWith('ce-lint/')
    const packages = [...imported, ...required].filter((name) => !own(name) && !isBuiltin(name))
    expect([...new Set(packages)].sort()).toEqual(Object.keys(dependencies).sort())
  })

  it('carry the licences of the code that is bundled', () => {
    const licences = readFileSync(join(modules, 'ce-lint/dist/LICENSES'), 'utf8')
    for (const name of ['commander', 'echarts', 'picocolors', 'yauzl'])
      expect(licences).toMatch(new RegExp(`^${name} \\d.*\\n\\n.*License`, 'm'))
  })

  it('are clean for publint', async () => {
    expect((await publint({ pkgDir: join(modules, 'ce-lint'), pack: false })).messages).toEqual([])
  })

  it('have types that resolve in every mode of an ES module', () => {
    const attw = join(root, 'node_modules/.bin/attw')
    const { stdout, status } = spawnSync(attw, [tarball, '--profile', 'esm-only', '--format', 'json'], { encoding: 'utf8' })
    const problems = Object.values<{ kind: string }[]>(JSON.parse(stdout).problems).flat()
    expect(status).toBe(0)
    // What the profile leaves out: `require`, and resolution as before `exports`.
    expect(problems.filter(({ kind }) => kind !== 'CJSResolvesToESM' && kind !== 'NoResolution')).toEqual([])
  })
})

describe('the installed package', () => {
  it('runs as a command', () => {
    writeFileSync(join(home, 'train.ts'), misuse)
    const { stdout, status } = ceLint('train.ts', '--format', 'concise')
    expect(stdout).toContain('train.ts:3:48: error probabilities-as-logits')
    expect(status).toBe(1)
    expect(ceLint('--version').stdout).toBe(`${version}\n`)
  })

  it('lints from a program', () => {
    const program = `
      import { lint } from 'ce-lint'
      const { findings } = await lint({ files: [{ path: 'a.ts', text: ${JSON.stringify(misuse)} }] })
      console.log(findings.map((finding) => finding.rule).join())`
    expect(node(program)).toBe('probabilities-as-logits\n')
  })

  it('judges numbers from a program', () => {
    const program = `
      import { inspectLoss } from 'ce-lint/runtime'
      const { findings } = inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: [[1, 0, 0]], target: [0] })
      console.log(findings.map((finding) => finding.rule).join())`
    expect(node(program)).toBe('probabilities-as-logits\n')
  })

  it('draws a page from a program', () => {
    const program = `
      import { toHTML } from 'ce-lint/html'
      import { inspectLoss } from 'ce-lint/runtime'
      console.log(toHTML(inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: [[1, 0, 0]], target: [0] })))`
    expect(node(program)).toMatch(/^<!doctype html>[\s\S]*probabilities-as-logits[\s\S]*<svg /)
  })

  it('has types that need neither Node nor a lax compiler', () => {
    const file = join(home, 'consumer.ts')
    writeFileSync(file, consumer)
    const strict = { strict: true, skipLibCheck: false, noEmit: true, types: [], lib: ['lib.es2023.d.ts'] }
    const modes = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022 }
    const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], { ...strict, ...modes }))
    expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  it.each([
    ['runtime', 'inspectLoss'],
    ['html', 'toHTML'],
  ])('has a %s that bundles for the browser, with nothing of Node in it', async (entry, name) => {
    const contents = `import { ${name} } from 'ce-lint/${entry}'\nglobalThis.${name} = ${name}`
    const { outputFiles, metafile } = await build({
      stdin: { contents, resolveDir: home },
      bundle: true,
      platform: 'neutral',
      format: 'iife',
      write: false,
      metafile: true,
    })
    expect(Object.values(metafile.outputs).flatMap((output) => output.imports)).toEqual([])
    expect(outputFiles[0]?.text).not.toMatch(/\bnode:|\brequire\(|\bprocess\./)
  })
})

describe('without the compiler and the config loader', () => {
  const heavy = ['ts-morph', 'jiti']
  beforeAll(() => {
    for (const name of heavy) renameSync(join(modules, name), join(home, `without-${name}`))
    writeFileSync(join(home, 'plain.ts'), 'export const answer = 42\n')
    writeFileSync(join(home, 'report.json'), emptyReport)
    writeFileSync(join(home, 'tensors.json'), '{ "loss": "torch.nn.CrossEntropyLoss", "prediction": [[3, -1]], "target": [0] }')
  })
  afterAll(() => {
    for (const name of heavy) renameSync(join(home, `without-${name}`), join(modules, name))
  })

  it.each([
    '--help',
    '--version',
    'explain probabilities-as-logits',
    'explain logits',
    'rules',
    'contracts',
    'render report.json -f sarif',
    'inspect tensors.json',
    'plain.ts',
  ])('`ce-lint %s` works', (line) => {
    const { stdout, stderr, status } = ceLint(...line.split(' '))
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).not.toBe('')
  })

  it('linting a file with a loss does not, which shows that the others never asked', () => {
    const { stdout, status } = ceLint('train.ts')
    expect(status).toBe(2)
    expect(stdout).toContain("Cannot find module 'ts-morph'")
  })
})

const misuse = `import * as tf from '@tensorflow/tfjs'
export function loss(labels: tf.Tensor, x: tf.Tensor) {
  return tf.losses.softmaxCrossEntropy(labels, tf.softmax(x))
}
`

const consumer = `import { defineConfig, lint, type Report } from 'ce-lint'
import { toHTML } from 'ce-lint/html'
import { type Diagnosed, diagnose, inspectLoss } from 'ce-lint/runtime'

export default defineConfig({ rules: { 'bounded-logits': 'off' }, minCertainty: 'proved' })
export const report: Report = await lint({ files: [] })
export const fromNumbers: Report = inspectLoss({ loss: 'torch.nn.CrossEntropyLoss', prediction: [[1, 2]], target: [0] })
export const page: string = toHTML(fromNumbers)
const loss = (labels: number[][], logits: number[][]): number => labels.length + logits.length
export const wrapped: Diagnosed<typeof loss> = diagnose(loss, { contract: 'tf.losses.softmaxCrossEntropy' })
export const value: number = wrapped([[0, 1]], [[2, 3]])
`

const emptyReport = JSON.stringify({
  version: 1,
  tool: { name: 'ce-lint', version },
  summary: { files: 0, uses: 0, clean: 0, unknown: 0, findings: { error: 0, warning: 0, info: 0 }, suppressed: 0 },
  uses: [],
  findings: [],
  suppressed: [],
  problems: [],
})

/** npm as a user calls it, not as a script of this repository's own npm does. */
function npm(cwd: string, ...args: string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)/i.test(name)))
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function ceLint(...args: string[]) {
  return spawnSync(process.execPath, [join(modules, 'ce-lint/dist/cli.js'), ...args], { cwd: home, encoding: 'utf8' })
}

function node(program: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: home, encoding: 'utf8' })
}
