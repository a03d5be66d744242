import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../../dist/cli.js')

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

export interface Settings {
  input?: string
  env?: Record<string, string>
  /** Options of Node itself. */
  node?: string[]
}

/** Runs the built command line in a folder, with nothing of the surroundings that changes its output. */
export function cli(cwd: string, args: readonly string[], { input = '', env = {}, node = [] }: Settings = {}): Ran {
  const { NODE_EXTRA_CA_CERTS, NO_COLOR, FORCE_COLOR, GITHUB_ACTIONS, ...rest } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, program, ...args], {
    cwd,
    input,
    env: { ...rest, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { code: status, stdout, stderr }
}
