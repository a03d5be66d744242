import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { knownNames } from '../../src/config/known-names.js'
import { loadConfig } from '../../src/config/load.js'
import { validateConfig } from '../../src/config/validate.js'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { right } from './programs.js'

/** The config without the signs that make its settings comments. */
const uncommented = (text: string) => text.replace(/^( *)\/\/ (?=["\w]+: )/gm, '$1')

it('writes a config that is accepted, also with all that it has in comments, and says what it found', async () => {
  const cwd = tree({
    'train.py': 'import torch.nn as nn\n',
    'a.ipynb': '{"cells": [{"source": ["from keras import losses\\n"]}]}',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
    'node_modules/x/a.js': "import '@tensorflow/tfjs'\n",
  })
  const { code, stdout } = cli(cwd, ['init'])
  expect(code).toBe(0)
  expect(stdout.replace(/^.*\n/, '')).toBe(
    [
      '  languages   Python (1 file), notebooks (1 file)',
      '  libraries   torch, keras',
      '  workspaces  packages/*: each may have a config of its own, and the nearest holds',
      'Wrote ce-lint.config.jsonc: data, which ce-lint reads whether or not it is installed here.',
      'Next: ce-lint',
      '',
    ].join('\n'),
  )
  const text = readFileSync(join(cwd, 'ce-lint.config.jsonc'), 'utf8')
  const whole = uncommented(text)
  expect(whole).toContain('"frameworks": ["torch", "keras"],')
  expect(whole).toContain('"callee": "./losses.py#focal_loss"')
  for (const each of [text, whole]) {
    const value = await loadConfig(join(tree({ 'ce-lint.config.jsonc': each }), 'ce-lint.config.jsonc'), false)
    expect(validateConfig(value, knownNames())).toEqual([])
    expect(value).toHaveProperty('$schema')
  }
})

it('works in an empty folder, and overwrites nothing', () => {
  const cwd = tree({})
  expect(cli(cwd, ['--init']).stdout).toContain('no source files yet')
  expect(cli(cwd, ['init'])).toEqual({
    code: 2,
    stdout: '',
    stderr: `ce-lint: init: ${join(cwd, 'ce-lint.config.jsonc')} holds a config already, and nothing was written\n`,
  })
})

it('writes TypeScript where a project in it depends on ce-lint', async () => {
  // What is quoted in comments and read-me files is not imported.
  const quoted = { 'b.ts': '/*\nfrom sklearn.metrics import log_loss\n*/\n', 'README.md': "```js\nimport '@frost-beta/mlx'\n```\n" }
  const cwd = tree({ ...quoted, 'a.ts': right, 'tsconfig.json': '{}', 'package.json': '{ "devDependencies": { "ce-lint": "1" } }' })
  expect(cli(cwd, ['init']).stdout).toContain('libraries   tf\n')
  const text = readFileSync(join(cwd, 'ce-lint.config.ts'), 'utf8')
  const own = 'const defineConfig = (config: object) => config\n'
  for (const each of [text, uncommented(text)]) {
    const file = join(tree({ 'ce-lint.config.ts': each.replace(/^import .*\n/, own) }), 'ce-lint.config.ts')
    expect(validateConfig(await loadConfig(file, true), knownNames())).toEqual([])
  }
})
