import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Tests start the command line as users do, so the bundles are made once before the first of them. */
export default function build(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/build.mjs'), '--no-types'], { stdio: 'inherit' })
}
