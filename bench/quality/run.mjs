// Judges the labelled programs: `node bench/quality/run.mjs` prints the figures and writes snapshot.md, with `--check` it
// only says whether the snapshot still holds; a part of a program's name prints that one. Needs a built dist/.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { judge } from './judge.mjs'
import { programs } from './programs.mjs'
import { judgeAll, path, snapshot } from './snapshot.mjs'

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true })
if (positionals.length > 0) await showSome(positionals)
else if (values.check) check(snapshot(await judgeAll()))
else write(await judgeAll())

function write(result) {
  writeFileSync(path, snapshot(result))
  console.log(snapshot(result))
  spawnSync('git', ['--no-pager', 'diff', '--stat', '--', path], { stdio: 'inherit' })
}

function check(text) {
  if (readFileSync(path, 'utf8') === text) return console.log('The snapshot holds.')
  console.log(difference(text))
  console.error('The snapshot differs: look at each line, then write it with `npm run quality`.')
  process.exitCode = 1
}

function difference(text) {
  try {
    return execFileSync('git', ['--no-pager', 'diff', '--no-index', '--unified=0', '--', path, '-'], { input: text, encoding: 'utf8' })
  } catch (error) {
    return error.stdout
  }
}

async function showSome(parts) {
  for (const program of programs().filter(({ name }) => parts.some((part) => name.includes(part)))) {
    const { records, problems } = await judge(program)
    for (const { outcome, place, wants, says } of records) console.log(`${outcome.padEnd(15)}${place} wants ${wants}: ${says}`)
    for (const problem of problems) console.log(problem)
  }
}
