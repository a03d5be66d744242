import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Replaces a file in one step, and only when its text differs: a program that is being started never meets half of it. */
export function writeIfChanged(path, text, mode = 0o644) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(text))) return false
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, text)
  chmodSync(draft, mode)
  renameSync(draft, path)
  return true
}
