#!/usr/bin/env node
import { run } from './run.js'

// A reader that has seen enough, such as `head`, is no failure; the code that the run came to stands.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const { code, text } = await run(process.argv.slice(2))
process.exitCode = code
process.stdout.write(text)
