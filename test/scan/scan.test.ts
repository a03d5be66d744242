import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createGate } from '../../src/scan/gate.js'
import { patterns } from '../../src/scan/ignored.js'
import { scan } from '../../src/scan/scan.js'
import type { Selection, Selections } from '../../src/scan/selection.js'
import { tree } from './tree.js'

const gate = createGate(['logLoss'], ['tf'])
const hit = 'tf.losses.logLoss(y, p)\n'

async function run(cwd: string, paths: string[] = ['.'], options: { files?: string[]; ignores?: string[] } = {}) {
  const { candidates, looked, ...rest } = await scan({
    cwd,
    paths,
    gate: () => gate,
    selections: everywhere({
      files: options.files && patterns(cwd, options.files),
      ignores: options.ignores ? [patterns(cwd, options.ignores)] : [],
    }),
  })
  return { ...rest, scanned: looked.length, candidates: candidates.map(({ path }) => path) }
}

const everywhere = (selection: Selection): Selections => ({ above: async () => selection, within: () => undefined })

const nothing = { others: [], commented: [], partial: false, problems: [], missing: [], empty: [] }

describe('scan', () => {
  it('finds the files that may hold a loss call, by their extension, and counts the others', async () => {
    const names = ['a.ts', 'b.tsx', 'c.mts', 'd.cts', 'e.js', 'f.jsx', 'g.mjs', 'h.cjs', 'sub/.hidden/i.ts']
    const others = { 'types.d.ts': hit, 'types.d.mts': hit, 'notes.md': hit, 'x.css': hit, ts: hit }
    const cwd = tree({ ...Object.fromEntries(names.map((name) => [name, hit])), ...others, 'plain.ts': 'const a = 1' })
    expect(await run(cwd)).toEqual({ ...nothing, candidates: names, others: ['plain.ts'], scanned: names.length + 1 })
  })

  it('never enters installed packages and what version control keeps', async () => {
    const cwd = tree({ 'a.ts': hit, 'node_modules/p/a.ts': hit, 'sub/node_modules/p/a.ts': hit, '.git/a.ts': hit, '.hg/a.ts': hit })
    expect(await run(cwd)).toEqual({ ...nothing, candidates: ['a.ts'], scanned: 1 })
  })

  it('respects .gitignore files, the innermost first', async () => {
    const cwd = tree({
      '.gitignore': 'dist\n*.gen.ts\n/only-here.ts\n# comment\n!keep.gen.ts\n',
      'dist/a.ts': hit,
      'sub/dist/a.ts': hit,
      'x.gen.ts': hit,
      'keep.gen.ts': hit,
      'only-here.ts': hit,
      'sub/only-here.ts': hit,
      'sub/.gitignore': '!y.gen.ts\nz.ts',
      'sub/x.gen.ts': hit,
      'sub/y.gen.ts': hit,
      'sub/z.ts': hit,
      'z.ts': hit,
    })
    expect((await run(cwd)).candidates).toEqual(['keep.gen.ts', 'sub/only-here.ts', 'sub/y.gen.ts', 'z.ts'])
  })

  it('respects the .gitignore files above, up to the root of the work tree', async () => {
    const root = tree({ '.gitignore': 'a.ts', 'work/.git/HEAD': '', 'work/.gitignore': 'b.ts', 'work/pkg/a.ts': hit, 'work/pkg/b.ts': hit })
    expect((await run(join(root, 'work/pkg'))).candidates).toEqual(['a.ts'])
    expect((await run(root, ['work/pkg'])).candidates).toEqual(['work/pkg/a.ts'])
  })

  it('lints what is named, ignored or not', async () => {
    const cwd = tree({ '.gitignore': 'dist\n*.gen.ts', 'dist/a.ts': hit, 'dist/b.gen.ts': hit, 'x.gen.ts': hit })
    expect((await run(cwd, ['x.gen.ts'])).candidates).toEqual(['x.gen.ts'])
    expect((await run(cwd, ['dist'])).candidates).toEqual(['dist/a.ts', 'dist/b.gen.ts'])
  })

  it('takes patterns for what to lint and what to leave out', async () => {
    const cwd = tree({ 'src/a.ts': hit, 'src/a.test.ts': hit, 'src/deep/b.ts': hit, 'other/c.ts': hit })
    expect((await run(cwd, ['.'], { files: ['./src'] })).candidates).toEqual(['src/a.test.ts', 'src/a.ts', 'src/deep/b.ts'])
    expect((await run(cwd, ['.'], { files: ['src/*.ts'], ignores: ['*.test.ts'] })).candidates).toEqual(['src/a.ts'])
    expect((await run(cwd, ['.'], { ignores: ['src/deep', './other'] })).candidates).toEqual(['src/a.test.ts', 'src/a.ts'])
  })

  it('gives the same whatever the order and repetition of the paths', async () => {
    const cwd = tree({ 'a/x.ts': hit, 'b/y.ts': hit, 'b/large.ts': hit.repeat(50_000) })
    const once = await run(cwd, ['.'])
    expect(await run(cwd, ['b', 'a', 'b/y.ts', './b', join(cwd, 'a')])).toEqual(once)
    expect(once.candidates).toEqual(['a/x.ts', 'b/y.ts'])
  })

  it('sets generated files aside and says so when they may hold a loss call', async () => {
    const cwd = tree({
      'bundle.js': `${'x\n'.repeat(600_000)}${hit}`,
      'other-bundle.js': 'x\n'.repeat(600_000),
      'min.js': `${'var a=1;'.repeat(1000)}${hit}`,
      'other-min.js': 'var a=1;'.repeat(1000),
    })
    const remedy = 'Name it on the command line to lint it, or list it under "ignores" in the config'
    expect(await run(cwd)).toEqual({
      ...nothing,
      candidates: [],
      others: [],
      scanned: 4,
      problems: [
        { file: 'bundle.js', message: `was not looked at: it is larger than 1 MB. ${remedy}` },
        { file: 'min.js', message: `was not looked at: its lines have more than 500 characters on average. ${remedy}` },
      ],
    })
    expect((await run(cwd, ['bundle.js', 'min.js'])).candidates).toEqual(['bundle.js', 'min.js'])
  })

  it('sees a word on the seam of two pieces of a large file', async () => {
    for (const shift of [0, 1, 2, 3, 4, 5, 6]) {
      const cwd = tree({ 'bundle.js': `${'y'.repeat(999_998 - shift - 'tf.losses.'.length)} ${hit}${'x\n'.repeat(1000)}` })
      expect((await run(cwd)).problems, `shift ${shift}`).toHaveLength(1)
    }
  })

  it('reads UTF-16 by its mark, with all its characters', async () => {
    const text = `${hit}// 🙂\n`
    const cwd = tree({ 'a.ts': Buffer.from(`\uFEFF${text}`, 'utf16le'), 'b.ts': Buffer.from('\uFEFFplain', 'utf16le') })
    const { candidates } = await scan({ cwd, paths: ['.'], gate: () => gate, selections: everywhere({ ignores: [] }) })
    expect(candidates).toEqual([{ path: 'a.ts', text }])
  })

  it('does not wait for a pipe', async () => {
    const cwd = tree({ 'a.ts': hit })
    execFileSync('mkfifo', [join(cwd, 'pipe.ts')])
    const problems = [{ file: 'pipe.ts', message: 'is neither a file nor a folder, and was not looked at' }]
    expect(await run(cwd, ['a.ts', 'pipe.ts'])).toEqual({ ...nothing, partial: true, problems, candidates: ['a.ts'], scanned: 1 })
  })

  it('strips the byte-order mark, decodes UTF-8, and leaves binary files alone', async () => {
    const cwd = tree({ 'a.ts': `\ufeff${hit}// 出力`, 'b.ts': Buffer.from(hit, 'utf16le'), 'c.ts': Buffer.from(`${hit}\0`) })
    const { candidates, problems } = await scan({ cwd, paths: ['.', 'b.ts'], gate: () => gate, selections: everywhere({ ignores: [] }) })
    expect(candidates).toEqual([{ path: 'a.ts', text: `${hit}// 出力` }])
    const message = 'is no text in UTF-8, and was not looked at: save it in that encoding'
    expect(problems).toEqual([
      { file: 'b.ts', message },
      { file: 'c.ts', message },
    ])
  })

  it('follows no symbolic link, so that none leads in a circle', async () => {
    const cwd = tree({ 'a.ts': hit, 'sub/b.ts': hit })
    symlinkSync('..', join(cwd, 'sub/up'))
    symlinkSync('a.ts', join(cwd, 'link.ts'))
    symlinkSync('nowhere', join(cwd, 'broken.ts'))
    expect(await run(cwd)).toEqual({ ...nothing, candidates: ['a.ts', 'sub/b.ts'], scanned: 2 })
    expect((await run(cwd, ['link.ts', 'sub/up/sub'])).candidates).toEqual(['link.ts', 'sub/up/sub/b.ts'])
  })

  it('picks up pages and components, and Markdown when it is asked for', async () => {
    const page = `<script>${hit}</script>`
    const cwd = tree({ 'a.html': page, 'b.HTM': page, 'c.vue': page, 'd.svelte': page, 'e.md': hit, 'f.markdown': hit, 'g.xhtml': page })
    expect(await run(cwd)).toEqual({ ...nothing, candidates: ['a.html', 'b.HTM', 'c.vue', 'd.svelte'], scanned: 4 })
    expect((await run(cwd, ['e.md', 'a.html'])).candidates).toEqual(['a.html', 'e.md'])
    const files = patterns(cwd, ['*.md'])
    expect(
      (await scan({ cwd, paths: ['.'], gate: () => gate, selections: everywhere({ ignores: [], files }) })).candidates.map(
        ({ path }) => path,
      ),
    ).toEqual(['e.md'])
  })

  it('takes a script that reaches nothing by itself for part of a page, where there is one', async () => {
    const script = "model.compile({ optimizer, loss: 'categoricalCrossentropy' })"
    const alone = tree({ 'a.js': script, 'b.js': hit })
    expect(await run(alone)).toEqual({ ...nothing, candidates: ['b.js'], others: ['a.js'], scanned: 2 })
    const paged = tree({ 'a.js': script, 'index.html': '<script src="a.js"></script>', 'min.js': script.repeat(50) })
    expect(await run(paged)).toEqual({ ...nothing, candidates: ['a.js'], others: ['index.html', 'min.js'], scanned: 3 })
  })

  it('tells of a page whose scripts are minified', async () => {
    const cwd = tree({ 'a.html': `<script>${hit};${'x=1;'.repeat(2000)}</script>` })
    expect((await run(cwd)).problems).toEqual([
      {
        file: 'a.html',
        message:
          'was not looked at: its lines have more than 500 characters on average. Name it on the command line to lint it, or list it under "ignores" in the config',
      },
    ])
    expect((await run(cwd, ['a.html'])).candidates).toEqual(['a.html'])
  })

  it('tells what does not exist, what holds nothing, and what is no source file', async () => {
    const cwd = tree({ 'a.ts': hit, 'docs/b.md': hit, 'train.rb': hit })
    mkdirSync(join(cwd, 'empty'))
    expect(await run(cwd, ['nope', 'docs', 'empty', 'a.ts', 'train.rb', 'a.ts/x'])).toEqual({
      ...nothing,
      candidates: ['a.ts'],
      scanned: 1,
      missing: ['a.ts/x', 'nope'],
      empty: ['docs', 'empty'],
      problems: [
        {
          file: 'train.rb',
          message:
            'is no file of JavaScript, TypeScript, Python, HTML, Vue, Svelte or Markdown and no notebook by its name, and was not looked at',
        },
      ],
    })
  })

  it('reports a folder that cannot be read, and goes on', async () => {
    const cwd = tree({ 'a.ts': hit, 'locked/b.ts': hit })
    chmodSync(cwd, 0o755)
    chmodSync(join(cwd, 'locked'), 0o700)
    const { candidates, problems } = await asNobody(() => run(cwd), join(cwd, 'locked'))
    expect(candidates).toEqual(['a.ts'])
    expect(problems).toMatchObject([{ file: 'locked', message: expect.stringMatching(/^cannot be read: EACCES/) }])
  })
})

/** The administrator may read everything, so that a container's tests have to step down for a moment. */
async function asNobody<T>(action: () => Promise<T>, locked: string): Promise<T> {
  const root = process.getuid?.() === 0
  if (root) process.seteuid?.(65534)
  else chmodSync(locked, 0)
  try {
    return await action()
  } finally {
    if (root) process.seteuid?.(0)
    else chmodSync(locked, 0o700)
  }
}
