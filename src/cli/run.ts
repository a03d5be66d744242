import { CommanderError } from 'commander'
import { Misuse } from '../config/misuse.js'
import { notice, type Outcome } from './outcome.js'
import { createProgram } from './program.js'

/** Runs one command line and says what it came to. Never throws. */
export async function run(args: readonly string[]): Promise<Outcome> {
  let outcome: Outcome = { code: 0, text: '' }
  const program = createProgram((result) => {
    outcome = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return outcome
  } catch (error) {
    if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, text: '' }
    if (error instanceof Misuse) notice(error.message)
    else crashed(error, args.includes('--debug'))
    return { code: 2, text: '' }
  }
}

function crashed(error: unknown, debug: boolean): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  notice(`a fault of ce-lint itself: ${message}`)
  process.stderr.write(debug ? `${stack}\n` : 'Please report it with the output of the same command and --debug.\n')
}
