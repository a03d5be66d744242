import { posix } from 'node:path'
import { build, type Plugin } from 'esbuild'

export interface File {
  path: string
  text: string
}

/** One script of all files of a program, whose imports of packages go to a `require` that it is given; its exports by file. */
export async function bundled(files: readonly File[]): Promise<string> {
  const scripts = files.filter(({ path }) => /\.(?:[cm]?[jt]sx?|html|vue|svelte|json)$/.test(path))
  const texts = new Map(scripts.map(({ path, text }) => [path, open(path, /\.(?:html|vue|svelte)$/.test(path) ? scriptsOf(text) : text)]))
  if (isClassic(files)) return inOrder(files)
  const entry = [...texts.keys()].filter((path) => !path.endsWith('.json')).map((path, n) => `export * as m${n} from './${path}'`)
  const { outputFiles } = await build({
    stdin: { contents: entry.join('\n'), resolveDir: '/', sourcefile: 'entry.js' },
    ...{
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      jsx: 'transform',
      logLevel: 'silent',
      target: 'node20',
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': '"file:///program"' },
    },
    plugins: [inMemory(texts)],
  })
  return asBody(outputFiles[0]!.text)
}

/** A module as the body of an async function: `await` may stand at its top. */
function asBody(module: string): string {
  return module
    .replace(/^import \* as (\S+) from ("[^"]+");$/gm, 'const $1 = require($2);')
    .replace(/^import ("[^"]+");$/gm, 'require($1);')
    .replace(/^import (\w+) from ("[^"]+");$/gm, 'const $1 = require($2).default;')
    .replace(/^import (?:(\w+), )?\{([^}]*)\} from ("[^"]+");$/gm, (_, name, names, from) => {
      const whole = name ? `const ${name} = require(${from}).default; ` : ''
      return `${whole}const {${names.replaceAll(' as ', ': ')}} = require(${from});`
    })
    .replace(/^import (\w+), \* as (\w+) from ("[^"]+");$/gm, 'const $2 = require($3), $1 = $2.default;')
    .replace(/^export \{([^}]*)\};$/gm, (_, names) => `module.exports = {${names.replace(/(\w+) as (\w+)/g, '$2: $1')}};`)
}

/** A script that exports nothing, with exports of its functions, so that they can be called. */
function open(path: string, text: string): string {
  if (path.endsWith('.json') || /\bexports\b|^\s*export\s*(?:\{|default\s+\w+;?$)/m.test(text)) return text
  const names = [...text.matchAll(/^(?: {2})?(?:(?:async )?function (\w+)\(|const (\w+) = (?:async )?(?:\([^=]*\)|\w+) =>)/gm)]
    .filter(([line]) => !line.startsWith(' ') || /\.(?:html|vue|svelte)$/.test(path))
    .map((found) => found[1] ?? found[2])
  return `${text}\nexport { ${[...new Set(names)].join(', ')} }`
}

/** Scripts that share their globals, as a page loads them. */
function isClassic(files: readonly File[]): boolean {
  return files.some(({ path }) => path.endsWith('.html')) && !files.some(({ text }) => /^\s*(?:import|export)\b/m.test(text))
}

function inOrder(files: readonly File[]): string {
  const page = files.find(({ path }) => path.endsWith('.html'))!
  const parts = [...page.text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes, body]) => {
    const source = /src="\.?\/?([^":]+)"/.exec(attributes!)?.[1]
    return source ? (files.find(({ path }) => path === source)?.text ?? '') : body!
  })
  const all = parts.join('\n;\n')
  const names = [...all.matchAll(/^\s*(?:async\s+)?function\s+(\w+)/gm)].map(([, name]) => name)
  return `${all}\nmodule.exports = { ${[...new Set(names)].join(', ')} }`
}

function scriptsOf(text: string): string {
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body).join('\n')
}

/** Files in memory; everything else is a package. */
function inMemory(texts: ReadonlyMap<string, string>): Plugin {
  const endings = ['', '.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js', '.vue', '.svelte']
  return {
    name: 'in-memory',
    setup(context) {
      context.onResolve({ filter: /.*/ }, ({ path, importer, namespace }) => {
        const from = namespace === 'memory' ? posix.dirname(importer) : '.'
        const wanted = path.startsWith('.') ? posix.join(from, path) : path
        const found = [wanted, wanted.replace(/\.js$/, '')]
          .flatMap((base) => endings.map((end) => base + end))
          .find((each) => texts.has(each))
        return found === undefined ? { path, external: true } : { path: found, namespace: 'memory' }
      })
      context.onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({
        contents: texts.get(path)!,
        loader: path.endsWith('.json') ? 'json' : /\.[cm]?jsx?$/.test(path) ? 'jsx' : path.endsWith('.tsx') ? 'tsx' : 'ts',
      }))
    },
  }
}
