import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { frameworks } from '../contracts/index.js'
import { walk } from '../scan/walk.js'
import { version } from '../version.js'
import { knownNames } from './known-names.js'

/** What a config is written for. */
export interface Survey {
  languages: readonly { language: string; files: number }[]
  /** Short names of the libraries that are imported and whose losses are known. */
  libraries: readonly string[]
  /** Patterns of the packages of a monorepo. */
  workspaces: readonly string[]
  /** The project has a TypeScript configuration, and ce-lint among its dependencies. */
  typed: boolean
}

const languages: readonly (readonly [RegExp, string])[] = [
  [/\.[cm]?tsx?$/i, 'TypeScript'],
  [/\.[cm]?jsx?$/i, 'JavaScript'],
  [/\.pyw?$/i, 'Python'],
  [/\.ipynb$/i, 'notebooks'],
  [/\.(?:html?|vue|svelte)$/i, 'pages and components'],
]

/** Looks through the source files of a folder, and at its manifests. */
export async function survey(folder: string): Promise<Survey> {
  const counts = new Map<string, number>()
  const imported = new Set<string>()
  const nothing = { ignores: [] }
  await walk({
    // Markdown is left out of a run over a folder, too.
    ...{ cwd: folder, folder, handles: (name) => languages.some(([pattern]) => pattern.test(name)), failed: () => {} },
    selections: { above: async () => nothing, within: () => undefined },
    visit: (path) => {
      const language = languages.find(([name]) => name.test(path))?.[1]
      if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
      for (const name of importsOf(textOf(path), language)) imported.add(name)
    },
  })
  const judged = new Set(knownNames().frameworks)
  const used = frameworks.filter(({ package: name, imports }) => judged.has(name) && imports.some((each) => imported.has(each)))
  const manifest = jsonOf(join(folder, 'package.json'))
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies }
  return {
    languages: languages.flatMap(([, language]) => (counts.has(language) ? [{ language, files: counts.get(language)! }] : [])),
    libraries: used.map(({ shorthand }) => shorthand),
    workspaces: workspacesOf(folder, manifest),
    typed: existsSync(join(folder, 'tsconfig.json')) && Object.hasOwn(dependencies, 'ce-lint'),
  }
}

/** What is imported, by all the beginnings of its path: `keras.losses` is of `keras`. */
function importsOf(text: string, language: string | undefined): string[] {
  if (language === 'Python' || language === 'notebooks') {
    const found = [...text.matchAll(/(?:^|["\n]|\\n)\s*(?:from|import)\s+([\w.]+)/g)].flatMap(([, name = '']) => [
      name,
      name.split('.')[0]!,
    ])
    return [...found, ...found.map((name) => `pypi:${name}`)]
  }
  return [...text.matchAll(/(?:from|import|require\s*\()\s*\(?\s*["']([^"']+)["']/g)].flatMap(([, name = '']) => [
    name,
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  ])
}

interface Manifest {
  dependencies?: object
  devDependencies?: object
  workspaces?: readonly string[] | { packages?: readonly string[] }
}

function jsonOf(file: string): Manifest {
  try {
    return JSON.parse(textOf(file))
  } catch {
    return {}
  }
}

/** As npm, Yarn and Bun write them, as pnpm does, and as uv does for Python. */
function workspacesOf(folder: string, { workspaces = [] }: Manifest): string[] {
  const npm = 'packages' in workspaces ? (workspaces.packages ?? []) : (workspaces as readonly string[])
  const pnpm = textOf(join(folder, 'pnpm-workspace.yaml')).match(/^packages:\s*\n((?:\s*-.*\n?)+)/m)?.[1] ?? ''
  const uv = textOf(join(folder, 'pyproject.toml')).match(/^\[tool\.uv\.workspace\][^[]*?members\s*=\s*\[([^\]]*)\]/m)?.[1] ?? ''
  const listed = [...pnpm.matchAll(/-\s*["']?([^"'\s]+)/g), ...uv.matchAll(/["']([^"']+)["']/g)].map(([, name = '']) => name)
  return [...new Set([...npm, ...listed])]
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The config's name and text. `installed`: the schema is among the installed packages. */
export function configText({ languages, libraries, typed }: Survey, installed: boolean): { name: string; text: string; why: string } {
  const schema = installed ? './node_modules/ce-lint/schema.json' : `https://unpkg.com/ce-lint@${version}/schema.json`
  const named = libraries.map((name) => `'${name}'`).join(', ')
  const inPython = languages.every(({ language }) => language === 'Python' || language === 'notebooks') && languages.length > 0
  const own = inPython ? './losses.py#focal_loss' : './src/losses#focalLoss'
  const body = `  // Left out beside what .gitignore leaves out, in its syntax.
  // ignores: ['fixtures/'],

  // 'off', 'info', 'warning' or 'error' for each rule; "ce-lint rules" lists them.
  rules: {
    // 'bounded-logits': 'off',
  },

  // Findings that are less certain are left out: 'possible', 'likely' or 'proved'.
  minCertainty: 'likely',

  // Libraries whose calls are judged; all that are known when this is left out.${named ? ` Imported here: ${named}.` : ''}
  // frameworks: [${named || "'torch'"}],

  // Other settings for some files.
  // overrides: [{ files: ['test/'], rules: { 'bounded-logits': 'off' } }],

  // What losses of your own expect.
  // contracts: [{ callee: '${own}', takes: [{ role: 'prediction', wants: 'logits' }], applies: 'softmax' }],
`
  if (typed) {
    const text = `import { defineConfig } from 'ce-lint'\n\nexport default defineConfig({\n${body}})\n`
    return { name: 'ce-lint.config.ts', text, why: 'this is a TypeScript project that depends on ce-lint' }
  }
  const keys = body.replace(/(?<=^ {2}(?:\/\/ )?|[{,] )(\w+)(?=: )/gm, '"$1"').replaceAll("'", '"')
  return {
    name: 'ce-lint.config.jsonc',
    text: `{\n  "$schema": "${schema}",\n\n${keys}}\n`,
    why: 'data, which ce-lint reads whether or not it is installed here',
  }
}
