import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const packages = ['oxlint', '@biomejs/biome', 'eslint', '@typescript-eslint/parser', 'typescript@5.9']

/**
 * Installs other linters into `folder/peers` and returns how to run each of those that are there on `tree`, in their
 * default set-up; ESLint with one rule and no types, the cheapest that it can do.
 */
export function peers(folder, tree) {
  const bin = (name) => join(folder, 'peers', 'node_modules', '.bin', name)
  install(folder)
  return [
    { name: 'ripgrep', bin: 'rg', args: ['-l', '-i', '-tts', 'cross_?entropy|softmax', tree] },
    { name: 'oxlint', bin: bin('oxlint'), args: ['--disable-nested-config', tree] },
    { name: 'Biome', bin: bin('biome'), args: ['lint', '--max-diagnostics=1', tree] },
    { name: 'ESLint', bin: bin('eslint'), args: ['--no-config-lookup', '-c', 'eslint.config.mjs', tree] },
  ]
    .filter((peer) => spawnSync(peer.bin, ['--version'], { stdio: 'ignore' }).status === 0)
    .map((peer) => ({ name: peer.name, command: [peer.bin, ...peer.args] }))
}

function install(folder) {
  const home = join(folder, 'peers')
  if (existsSync(join(home, 'node_modules'))) return
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }')
  writeFileSync(join(folder, 'eslint.config.mjs'), eslintConfig)
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) console.error('The other linters could not be installed; measuring what is there.')
}

const eslintConfig = `import parser from './peers/node_modules/@typescript-eslint/parser/dist/index.js'
export default [{ files: ['**/*.ts'], languageOptions: { parser }, linterOptions: { noInlineConfig: true }, rules: { 'no-debugger': 'error' } }]
`
