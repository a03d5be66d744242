import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { browserEntries, nodeEntries, pageEntries } from '../scripts/entries.mjs'

/**
 * Who may import whom. A layer is a folder of src/, a file directly in src/, the folder rules/, or a folder one deeper that
 * is named here; `may` lists the layers it may import beside itself, and `why` is for the person who trips over the line.
 */
const layers: Record<string, { may: readonly string[]; why: string }> = {
  place: { may: [], why: 'a place is data' },
  version: { may: [], why: 'start-up reads it, so it must cost nothing' },
  fingerprint: { may: [], why: 'baselines outlive every other type, so it depends on none' },
  nearest: { may: [], why: 'suggestions for a typo are about text, whatever it names' },
  mentions: { may: ['place', 'remembered'], why: 'it looks at raw text, so that few files have to be parsed' },
  remembered: { may: [], why: 'a way to fill a table on demand, whatever it holds' },
  kinds: { may: [], why: 'kinds are the vocabulary: they know nothing else' },
  sentence: { may: ['kinds'], why: 'grammar is about words; kinds are the only ones that it knows' },
  claims: { may: ['kinds', 'place'], why: 'a claim is a kind with evidence, and evidence has places' },
  known: {
    may: ['kinds', 'claims', 'place'],
    why: 'what operations leave of claims is the same for source and for a model that was built',
  },
  numbers: { may: ['kinds', 'claims'], why: 'statistics are the same for a literal in source and a tensor at runtime' },
  contracts: { may: ['kinds', 'claims', 'numbers', 'nearest'], why: 'contracts are data: adding a framework adds no logic' },
  report: { may: ['claims', 'contracts', 'fingerprint', 'place'], why: 'a report is closed under JSON: it carries names, not behaviour' },
  use: { may: ['kinds', 'claims', 'contracts', 'numbers', 'place'], why: 'a use cannot tell whether source or numbers made its claims' },
  options: { may: ['use'], why: 'what several rules ask of the options of a use' },
  shapes: { may: ['contracts', 'use'], why: 'what several rules ask of the shapes in a use' },
  remedy: { may: ['kinds'], why: 'a remedy is data: what it comes to in a language is for the fixes' },
  rule: { may: ['claims', 'contracts', 'remedy', 'report', 'use'], why: 'a rule sees uses only' },
  rules: {
    may: ['kinds', 'sentence', 'claims', 'numbers', 'contracts', 'use', 'options', 'shapes', 'rule'],
    why: 'rules ask for facts, never for trees or tensors',
  },
  run: {
    may: ['kinds', 'claims', 'contracts', 'fingerprint', 'place', 'remedy', 'report', 'rule', 'use', 'version'],
    why: 'both passes apply rules and make reports in the same way',
  },
  graph: { may: ['place'], why: 'the graph knows no loss, no kind and no language' },
  infer: {
    may: [
      'kinds',
      'claims',
      'known',
      'numbers',
      'contracts',
      'options',
      'shapes',
      'use',
      'place',
      'report',
      'graph',
      'nearest',
      'remembered',
    ],
    why: 'it reads the graph with contracts; it knows no language',
  },
  'frontends/flow': { may: ['graph'], why: 'values flow alike in every language: it knows syntax by identity only' },
  frontends: { may: ['frontends/flow', 'graph', 'place'], why: 'a front-end knows one language, and no loss and no kind' },
  groups: { may: [], why: 'it sorts names of files, and reads none' },
  importers: { may: ['frontends', 'remembered'], why: 'it looks at raw text, so that few files have to be parsed' },
  pages: {
    may: ['frontends', 'graph', 'importers', 'place', 'remembered'],
    why: 'it looks at script tags only: what the scripts do is for the graph',
  },
  project: {
    may: ['frontends', 'graph', 'groups', 'importers', 'mentions', 'pages', 'place', 'remembered', 'report'],
    why: 'it opens files for the graph, and knows no loss and no kind',
  },
  pictures: {
    may: ['kinds', 'sentence', 'numbers', 'contracts', 'options', 'report', 'use'],
    why: 'it makes the data of drawings, and draws none',
  },
  runtime: {
    may: ['kinds', 'claims', 'known', 'numbers', 'contracts', 'nearest', 'pictures', 'report', 'use', 'rule', 'rules', 'run'],
    why: 'it meets the static pass only in the use',
  },
  config: {
    may: ['kinds', 'claims', 'contracts', 'nearest', 'report', 'rules', 'scan', 'version'],
    why: 'the configuration is data that a user writes',
  },
  filters: {
    may: ['config', 'fingerprint', 'nearest', 'place', 'remembered', 'report', 'rule', 'run'],
    why: 'filters drop and relabel findings; they find none but comments and entries that are of no use',
  },
  fixes: {
    may: ['kinds', 'claims', 'contracts', 'frontends', 'graph', 'infer', 'place', 'remedy', 'remembered', 'report', 'use'],
    why: 'they turn remedies into edits of source, and never lint: a run is handed to them',
  },
  lint: {
    may: [
      'fixes',
      ...[
        'claims',
        'config',
        'contracts',
        'filters',
        'fingerprint',
        'frontends',
        'graph',
        'infer',
        'place',
        'project',
        'remembered',
        'report',
        'rule',
        'rules',
        'run',
      ],
    ],
    why: 'the static pass: numbers reach it through inference only',
  },
  scan: { may: ['place', 'report'], why: 'the scan decides which files are read closely, before anything else is loaded' },
  reporters: { may: ['fingerprint', 'report', 'place'], why: 'a stored report must render as a fresh one does' },
  html: { may: ['report', 'reporters'], why: 'a page is drawn from a stored report as from a fresh one' },
  stored: {
    may: ['numbers', 'contracts', 'pictures', 'place', 'report', 'runtime'],
    why: 'it reads numbers from files, and judges them as those of a running program',
  },
  parsers: { may: ['frontends', 'lint'], why: 'it loads what the files need before they are linted' },
  index: {
    may: ['claims', 'config', 'contracts', 'frontends', 'kinds', 'lint', 'parsers', 'place', 'report', 'rule', 'use', 'version'],
    why: 'the public interface of the static pass',
  },
  'adapters/eslint': {
    may: ['config', 'contracts', 'frontends', 'lint', 'report', 'rule', 'rules', 'scan', 'version'],
    why: 'it hands the files of another tool to the static pass, one at a time',
  },
  cli: { may: ['*'], why: 'the command line sees all and is seen by none' },
}

/** Layers that may import from Node or from node_modules. */
const outside: Record<string, string> = {
  cli: 'the only place with console, process and exit codes',
  config: 'finds and loads configuration files',
  scan: 'walks the disk',
  'adapters/eslint': 'tells paths relative to the working directory',
  frontends: 'holds the compiler',
  reporters: 'draws frames and colours with libraries, and touches no disk',
  stored: 'reads files of tensors',
  html: 'draws charts with a library, and touches no disk',
  nearest: 'measures the distance of words with a library that runs anywhere',
}

const root = join(import.meta.dirname, '..')
const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
)
const imports = files.flatMap((file) =>
  ts
    .preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => ({ file, specifier: fileName })),
)

describe('layers', () => {
  it('knows the layer of every file, and has no layer without files', () => {
    expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(layers).sort())
  })

  it('has no circle', () => {
    const settled = new Set<string>()
    for (let before = -1; before !== settled.size; ) {
      before = settled.size
      for (const [layer, { may }] of Object.entries(layers)) if (may.every((each) => each === '*' || settled.has(each))) settled.add(layer)
    }
    expect(Object.keys(layers).filter((layer) => !settled.has(layer))).toEqual([])
  })

  it.each(Object.entries(layers))('%s imports only what it may', (layer, { may, why }) => {
    const wrong = imports
      .filter(({ file, specifier }) => layerOf(file) === layer && specifier.startsWith('.'))
      .map(({ file, specifier }) => ({ file, target: layerOf(resolve(file, specifier)) }))
      .filter(({ target }) => target !== layer && !may.includes('*') && !may.includes(target))
    expect(wrong, why).toEqual([])
  })

  it('leaves Node and libraries to the layers that need them', () => {
    const wrong = imports.filter(({ file, specifier }) => !specifier.startsWith('.') && !(layerOf(file) in outside))
    expect(wrong).toEqual([])
    expect(imports.filter(({ file, specifier }) => ['reporters', 'html'].includes(layerOf(file)) && specifier.startsWith('node:'))).toEqual(
      [],
    )
  })

  it('resolves every import', () => {
    const missing = imports.filter(({ file, specifier }) => specifier.startsWith('.') && !files.includes(resolve(file, specifier)))
    expect(missing).toEqual([])
  })

  it('reaches every module from an entry point', () => {
    // The schema's source is in no bundle: `schema.json` is made from it and compared by a test.
    const entries = [nodeEntries, browserEntries, pageEntries].flatMap((each) => Object.values(each))
    const reached = reachable([...entries, 'src/config/schema.ts'])
    expect(files.filter((file) => !reached.has(file))).toEqual([])
  })

  it('keeps the compiler, the graph and the disk out of the runtime', () => {
    const reached = reachable(Object.values(browserEntries))
    const layersReached = new Set([...reached].map(layerOf))
    expect(['graph', 'infer', 'frontends', 'frontends/flow', 'scan', 'config', 'cli'].filter((layer) => layersReached.has(layer))).toEqual(
      [],
    )
    expect(
      new Set(imports.filter(({ file, specifier }) => reached.has(file) && !specifier.startsWith('.')).map(({ file }) => layerOf(file))),
    ).toEqual(new Set(['nearest']))
  })
})

function layerOf(file: string): string {
  const [top, next, inner] = file.split('/')
  if (top === 'rules') return 'rules'
  return `${next}/${inner}` in layers ? `${next}/${inner}` : (next ?? '').replace(/\.ts$/, '')
}

function resolve(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts')
}

function reachable(entries: readonly string[]): Set<string> {
  const reached = new Set(entries)
  for (const each of reached)
    for (const { file, specifier } of imports) if (file === each && specifier.startsWith('.')) reached.add(resolve(file, specifier))
  return reached
}
