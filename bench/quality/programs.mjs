// The labelled programs: a file of a group's folder is one, and so is a folder with all that it holds.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const folder = join(dirname(fileURLToPath(import.meta.url)), 'programs')
export const isSource = (path) => /(?<!\.d)\.(?:[cm]?[jt]sx?|html?|vue|svelte|py|ipynb)$/.test(path)

export function programs() {
  return entries(folder).flatMap((group) =>
    entries(join(folder, group)).map((name) => ({ group, name: `${group}/${name}`, files: files(join(folder, group, name), '') })),
  )
}

/**
 * What the comments of a program say: `expect: WORDS` on the line of a loss, or alone on the line above it, where several
 * losses of a line are listed with commas; `or here` marks another line at which the tool may name the same loss, as in
 * the body of a hand-written one. WORDS are `clean`, `unknown`, or a rule, which `likely` follows if only some paths are wrong.
 */
export function labels({ name, files }) {
  const found = []
  const others = []
  for (const { path, cell, lines } of files.filter((file) => isSource(file.path)).flatMap(parts))
    lines.forEach((line, index) => {
      const comment = /(?:\/\/|\/\*|<!--|#)\s*(?:expect: (?<words>[\w, -]+?)|or here)\s*(?:\*\/|\*\/}|-->)?$/.exec(line.trimEnd())
      if (!comment) return
      const alone = line.trimStart().startsWith(comment[0].slice(0, 2)) || line.trimStart().startsWith('{/*')
      const at = { path, cell, line: alone ? nextCode(lines, index) : index + 1 }
      if (comment.groups.words) found.push({ at: [at], wants: comment.groups.words.split(/, */).map(want) })
      else others.push(at)
    })
  if (found.length === 0) throw new Error(`${name} has no label`)
  if (others.length > 0 && found.length > 1) throw new Error(`${name}: "or here" needs a program with one label`)
  found[0].at.push(...others)
  return found
}

/** The lines of a file; those of a notebook by cell, numbered from 1 over all of them. */
function parts({ path, text }) {
  if (!path.endsWith('.ipynb')) return [{ path, lines: text.split('\n') }]
  return JSON.parse(text).cells.flatMap(({ cell_type, source }, index) =>
    cell_type === 'code' ? [{ path, cell: index + 1, lines: [source].flat().join('').split('\n') }] : [],
  )
}

function want(words) {
  const [rule, likely] = words.split(' ')
  return { rule, likely: likely === 'likely' }
}

function nextCode(lines, index) {
  let at = index + 1
  while (/^\s*(?:(?:\/\/|# ).*)?$/.test(lines[at] ?? 'end')) at++
  return at + 1
}

function files(path, name) {
  if (!statSync(path).isDirectory()) return [{ path: name || path.slice(path.lastIndexOf('/') + 1), text: readFileSync(path, 'utf8') }]
  return entries(path).flatMap((entry) => files(join(path, entry), name ? `${name}/${entry}` : entry))
}

function entries(path) {
  return readdirSync(path).sort()
}
