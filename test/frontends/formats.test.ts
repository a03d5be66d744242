import { expect, it } from 'vitest'
import { isEmbedding, loadFormats, readPage } from '../../src/frontends/embedded/formats.js'
import { lint } from '../../src/lint.js'

it('knows its files by name', () => {
  const names = ['a.html', 'a.HTM', 'a.vue', 'a.svelte', 'a.md', 'a.markdown', 'a.ts', 'html', 'a.html.js']
  expect(names.filter(isEmbedding)).toEqual(names.slice(0, 6))
})

it('loads a parser when a file needs it, and says so where none was loaded', async () => {
  const script = '<script>tf.losses.logLoss(y, p)</script>'
  expect(lint({ files: [{ path: 'a.html', text: script }] }).problems).toEqual([
    { file: 'a.html', message: 'was not looked at: the parser for its format is not loaded' },
  ])
  await loadFormats(['a.ts', 'b.vue'])
  expect([readPage('a.html', script), readPage('a.vue', script)?.parts.length]).toEqual([undefined, 1])
})
