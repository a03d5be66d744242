// Writes schema.json, the JSON schema of the configuration, from the sources: `node scripts/schema.mjs`. A test compares the two.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = `
export { configSchema } from './src/config/schema.ts'
export { knownNames } from './src/config/known-names.ts'`
const bundle = await build({
  stdin: { contents: entry, resolveDir: root },
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  write: false,
})
const { configSchema, knownNames } = await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`)
writeFileSync(join(root, 'schema.json'), JSON.stringify(configSchema(knownNames()), null, 2))
execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', join(root, 'schema.json')])
