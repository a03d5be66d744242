/** Where progress is written: standard error, or a test's stand-in. */
export interface Terminal {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

export interface Progress {
  show(text: string): void
  /** Erases the line. */
  end(): void
}

/** Milliseconds from the start until the line appears, and between two changes of it. */
const patience = 1000
const pause = 100
const erase = '\r\u001b[2K'

/** One line that says how far a long run is, where a person watches; elsewhere nothing. `now` is in milliseconds. */
export function createProgress(
  terminal: Terminal = process.stderr,
  env: NodeJS.ProcessEnv = process.env,
  now: () => number = () => performance.now(),
): Progress {
  const watched = terminal.isTTY === true && !env.CI && env.TERM !== 'dumb'
  let due = now() + patience
  let shown = false
  return {
    show: (text) => {
      if (!watched || now() < due) return
      due = now() + pause
      shown = true
      terminal.write(erase + text.slice(0, (terminal.columns ?? 80) - 1))
    },
    end: () => {
      if (shown) terminal.write(erase)
      shown = false
    },
  }
}
