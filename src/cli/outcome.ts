import type { ExitCode } from './exit-code.js'

/** What a command comes to: the text for standard output, and the exit code. */
export interface Outcome {
  code: ExitCode
  text: string
}

/** Everything that is not the format's own text goes to standard error. */
export function notice(message: string): void {
  process.stderr.write(`ce-lint: ${message}\n`)
}
