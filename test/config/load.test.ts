import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configIn } from '../../src/config/find.js'
import { loadConfig } from '../../src/config/load.js'
import { tree } from '../scan/tree.js'

const typed =
  "import type { Config } from './nowhere.js'\nenum Level { Off = 'off' }\nexport default { rules: { a: Level.Off } } satisfies Config\n"

describe('loadConfig', () => {
  it.each([
    ['ce-lint.config.ts', "export default { rules: { a: 'off' } as const }"],
    ['ce-lint.config.mts', "const level: string = 'off'\nexport default { rules: { a: level } }"],
    ['ce-lint.config.ts', typed],
    ['ce-lint.config.js', "export default { rules: { a: 'off' } }"],
    ['ce-lint.config.js', "module.exports = { rules: { a: 'off' } }"],
    ['ce-lint.config.mjs', "export default { rules: { a: 'off' } }"],
    ['ce-lint.config.json', '\ufeff{ "rules": { "a": "off" } }'],
    ['pyproject.toml', '[project]\nname = "x"\n[tool.ce-lint.rules]\na = "off"'],
    ['package.json', '{ "ce-lint": { "rules": { "a": "off" } } }'],
  ])('reads %s', async (name, text) => {
    const cwd = tree({ [name]: text })
    expect(configIn(cwd)).toBe(join(cwd, name))
    expect(await loadConfig(join(cwd, name), true)).toEqual({ rules: { a: 'off' } })
  })

  it.each(['ce-lint.config.json', 'ce-lint.config.jsonc'])('lets %s have comments', async (name) => {
    const cwd = tree({ [name]: '// why\n{ "files": ["a//b"], /* and */ "ignores": [], }' })
    expect(await loadConfig(join(cwd, name), true)).toEqual({ files: ['a//b'], ignores: [] })
  })

  it.each([
    ['ce-lint.config.json', '{ "rules": ', /ce-lint\.config\.json cannot be loaded: /],
    ['ce-lint.config.mjs', 'export const rules = {}', /ce-lint\.config\.mjs cannot be loaded: it has no default export/],
    ['ce-lint.config.mjs', 'throw new Error("no luck")', /ce-lint\.config\.mjs cannot be loaded: no luck/],
    ['ce-lint.config.ts', 'export default {', /ce-lint\.config\.ts cannot be loaded: /],
  ])('names the file that cannot be loaded: %s %s', async (name, text, message) => {
    await expect(loadConfig(join(tree({ [name]: text }), name), true)).rejects.toThrow(message)
  })
})

describe('loadConfig of what may not be run', () => {
  it.each(['ts', 'mts', 'js', 'mjs', 'cjs', 'py'])('does not run ce-lint.config.%s', async (extension) => {
    const name = `ce-lint.config.${extension}`
    const cwd = tree({ [name]: "require('node:fs').writeFileSync('ran', '')\nexport default {}" })
    await expect(loadConfig(join(cwd, name), false)).rejects.toThrow(
      `${join(cwd, name)} is code, which --no-executable-config does not let run: write the config as ce-lint.config.json`,
    )
    expect(existsSync(join(cwd, 'ran'))).toBe(false)
  })

  it.each([
    ['ce-lint.config.json', '{}'],
    ['package.json', '{ "ce-lint": {} }'],
    ['pyproject.toml', '[tool.ce-lint]'],
  ])('reads %s, which is data', async (name, text) => {
    expect(await loadConfig(join(tree({ [name]: text }), name), false)).toEqual({})
  })
})

describe('configIn', () => {
  it('takes the config file before a manifest, and only a manifest that holds one', () => {
    const cwd = tree({
      'a/ce-lint.config.json': '{}',
      'a/package.json': '{ "ce-lint": {} }',
      'b/package.json': '{ "name": "ce-lint", "dependencies": { "ce-lint": "1" } }',
      'b/pyproject.toml': '[project]\ndependencies = ["ce-lint"]\n[tool.ce-lint-x]',
      'c/package.json': '{ broken "ce-lint"',
      'c/pyproject.toml': '[tool.ce-lint.rules]\nbounded-logits = "off"',
    })
    expect(['a', 'b', 'c'].map((folder) => configIn(join(cwd, folder)))).toEqual([
      join(cwd, 'a/ce-lint.config.json'),
      undefined,
      join(cwd, 'c/pyproject.toml'),
    ])
  })
})
