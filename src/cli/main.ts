#!/usr/bin/env node
import { version } from '../version.js'

// A reader that has seen enough, such as `head`, is no failure; the code that the run came to stands.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const args = process.argv.slice(2)
// Asked for often by other programs, so it loads nothing more.
const asked = args.length === 1 && (args[0] === '--version' || args[0] === '-v')
const { code, text } = asked ? { code: 0, text: `${version}\n` } : await (await import('./run.js')).run(args)
process.exitCode = code
process.stdout.write(text)
