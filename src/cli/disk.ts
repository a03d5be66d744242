import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Host } from '../frontends/frontend.js'
import { textOf } from '../scan/read.js'
import { relativePath } from '../scan/scan.js'

export interface Disk extends Host {
  /** Makes a text stand for a file: one that was read already, or one that came on standard input. */
  remember(path: string, text: string): void
  /** Where a file is. */
  pathOf(path: string): string
}

/** Reads each file once, so that places and code frames speak of one text even when the file changes meanwhile. */
export function createDisk(cwd: string): Disk {
  const texts = new Map<string, string | undefined>()
  return {
    read: (path) => {
      if (!texts.has(path)) texts.set(path, readText(resolve(cwd, path)))
      return texts.get(path)
    },
    peek: (path) => texts.get(path) ?? readText(resolve(cwd, path)),
    isFile: (path) => texts.get(path) !== undefined || isFile(resolve(cwd, path)),
    nameOf: (path) => (path.startsWith('..') ? relativePath(cwd, resolve(cwd, path)) : path),
    remember: (path, text) => texts.set(path, text),
    pathOf: (path) => resolve(cwd, path),
  }
}

function readText(path: string): string | undefined {
  try {
    return textOf(readFileSync(path))
  } catch {
    return undefined
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
