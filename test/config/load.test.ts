import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
    ['package.json', '{ "ce-lint": { "rules": { "a": "off" } } }'],
  ])('reads %s', async (name, text) => {
    const cwd = tree({ [name]: text })
    expect(await loadConfig(cwd, undefined)).toEqual({ value: { rules: { a: 'off' } }, file: join(cwd, name) })
  })

  it('looks upwards, past manifests of other people', async () => {
    const root = tree({
      'ce-lint.config.json': '{}',
      'a/package.json': '{ "name": "ce-lint", "dependencies": { "ce-lint": "1" } }',
      'a/b/package.json': '{ broken "ce-lint"',
      'a/b/c.ts': '',
    })
    expect(await loadConfig(join(root, 'a/b'), undefined)).toEqual({ value: {}, file: join(root, 'ce-lint.config.json') })
  })

  it('takes the nearest, and within a folder the config file before the manifest', async () => {
    const root = tree({ 'ce-lint.config.ts': 'export default {}', 'a/package.json': '{ "ce-lint": {} }', 'a/ce-lint.config.json': '{}' })
    expect((await loadConfig(join(root, 'a'), undefined))?.file).toBe(join(root, 'a/ce-lint.config.json'))
  })

  it('reads the named file, whatever its name', async () => {
    const cwd = tree({ 'ci/lint.json': '{ "files": [] }', 'ce-lint.config.json': '{}' })
    expect(await loadConfig(cwd, 'ci/lint.json')).toEqual({ value: { files: [] }, file: join(cwd, 'ci/lint.json') })
  })

  it.each([
    ['ce-lint.config.json', '{ "rules": ', /ce-lint\.config\.json cannot be loaded: /],
    ['ce-lint.config.mjs', 'export const rules = {}', /ce-lint\.config\.mjs cannot be loaded: it has no default export/],
    ['ce-lint.config.mjs', 'throw new Error("no luck")', /ce-lint\.config\.mjs cannot be loaded: no luck/],
    ['ce-lint.config.ts', 'export default {', /ce-lint\.config\.ts cannot be loaded: /],
  ])('names the file that cannot be loaded: %s %s', async (name, text, message) => {
    await expect(loadConfig(tree({ [name]: text }), undefined)).rejects.toThrow(message)
  })

  it('names the file that does not exist', async () => {
    await expect(loadConfig(tree({}), 'nope.json')).rejects.toThrow('no config file nope.json')
  })
})
