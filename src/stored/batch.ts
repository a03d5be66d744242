import { statSync } from 'node:fs'
import type { Place } from '../place.js'
import { isOwnName, knownName, partOf } from './names.js'
import { openStored } from './open.js'
import { type Part, parts, type StoredFile, type StoredTensor } from './stored.js'

/** Where each part is, as the user says: a name in the file, another file, or `file:name`. */
export type Given = Partial<Record<Part, string>>

/** A tensor and where it was found. */
export interface Found {
  path: string
  name: string
  tensor: StoredTensor
  place: Place
}

/** The tensors of one loss call. */
export interface Batch extends Pick<StoredFile, 'loss' | 'options' | 'value'> {
  tensors: { prediction: Found } & Partial<Record<Part, Found>>
  /** The parts whose names were guessed, and not said. */
  guessed: readonly Part[]
  /** Where the name of the loss stands. */
  lossPlace?: Place
  close(): void
}

/** Opens what a loss call was given. Throws an error that says what is missing or wrong, and what to do. */
export async function openBatch(path: string, given: Given): Promise<Batch> {
  const files = new Map<string, StoredFile>()
  const open = async (each: string) => {
    const file = files.get(each) ?? (await openStored(each, Object.values(given)))
    files.set(each, file)
    return file
  }
  const close = () => {
    for (const file of files.values()) file.close()
  }
  try {
    const base = await open(path)
    const refs = await located(path, base, given, open)
    const guessed = parts.filter(
      (part) => refs[part] && given[part] === undefined && base.names.length > 1 && !isOwnName(part, refs[part].name),
    )
    const tensors: Partial<Record<Part, Found>> = {}
    for (const part of parts) if (refs[part]) tensors[part] = await found(refs[part], files.get(refs[part].path)!)
    const lossPlace = base.place?.('loss')
    const { loss, options } = base
    const value = base.value ?? (await valueIn(base, Object.values(refs)))
    return { tensors: tensors as Batch['tensors'], guessed, loss, options, value, ...(lossPlace && { lossPlace }), close }
  } catch (error) {
    close()
    throw error
  }
}

interface Ref {
  path: string
  name: string
}

async function located(
  path: string,
  base: StoredFile,
  given: Given,
  open: (path: string) => Promise<StoredFile>,
): Promise<Partial<Record<Part, Ref>>> {
  const refs: Partial<Record<Part, Ref>> = {}
  for (const part of parts) if (given[part] !== undefined) refs[part] = await named(part, given[part], path, base, open)
  const taken = Object.values(refs).flatMap((ref) => (ref.path === path ? [ref.name] : []))
  const free = base.names.filter((name) => !taken.includes(name))
  // A file of one array is the prediction, unless it is called otherwise.
  const only = free.length === 1 && !refs.prediction && (partOf(free[0]!) ?? 'prediction') === 'prediction' ? free[0] : undefined
  for (const part of parts) {
    if (refs[part] || (only !== undefined && part !== 'prediction')) continue
    const name = only ?? knownName(part, free)
    if (name !== undefined) refs[part] = { path, name }
  }
  if (!refs.prediction) Object.assign(refs, await byShape(path, base, free, refs.target !== undefined))
  return refs
}

async function named(part: Part, text: string, path: string, base: StoredFile, open: (path: string) => Promise<StoredFile>): Promise<Ref> {
  if (base.names.includes(text)) return { path, name: text }
  const { file: other, name } = fileAndName(text)
  if (!isFile(other)) throw new Error(`has no tensor ${JSON.stringify(text)}, as --${option(part)} names; ${has(base)}`)
  const file = await open(other).catch((error: Error) => {
    throw new Error(`cannot be judged, for ${other} ${error.message}`)
  })
  const picked = name ?? (file.names.length === 1 ? file.names[0] : knownName(part, file.names))
  if (picked === undefined || !file.names.includes(picked))
    throw new Error(
      `cannot be judged, for it is not told which tensor of ${other} is the ${part}: --${option(part)} ${other}:NAME; ${has(file)}`,
    )
  return { path: other, name: picked }
}

/** `batch.npz:logits`, or a file alone. */
export function fileAndName(text: string): { file: string; name?: string } {
  const colon = text.lastIndexOf(':')
  return !isFile(text) && colon > 0 ? { file: text.slice(0, colon), name: text.slice(colon + 1) } : { file: text }
}

export function option(part: Part): string {
  return part === 'weights' ? 'weight' : part
}

/** Of two tensors without telling names, labels have an axis less than what is predicted. */
async function byShape(path: string, base: StoredFile, free: readonly string[], hasTarget: boolean): Promise<Partial<Record<Part, Ref>>> {
  const unknown = free.filter((name) => partOf(name) === undefined && name !== 'loss' && name !== 'value')
  if (unknown.length === 1) return { prediction: { path, name: unknown[0]! } }
  if (unknown.length === 2 && !hasTarget) {
    const [one, two] = [unknown[0]!, unknown[1]!]
    const difference = (await base.open(one)).shape.length - (await base.open(two)).shape.length
    const [prediction, target] = difference >= 0 ? [one, two] : [two, one]
    if (difference !== 0) return { prediction: { path, name: prediction }, target: { path, name: target } }
  }
  throw new Error(`does not tell which of its tensors is the prediction; ${has(base)}: name them with --prediction and --target`)
}

function has({ names }: StoredFile): string {
  if (names.length === 0) return 'it has no tensors'
  const listed = names.slice(0, 12).map((name) => JSON.stringify(name))
  return `it has ${listed.join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`
}

async function found({ path, name }: Ref, file: StoredFile): Promise<Found> {
  const place = file.place?.(name) ?? { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 }
  return { path, name, tensor: await file.open(name), place }
}

/** What the loss returned may be stored beside its arguments. */
async function valueIn(base: StoredFile, refs: readonly Ref[]): Promise<number | undefined> {
  const name = ['loss', 'value'].find((each) => base.names.includes(each) && !refs.some((ref) => ref.name === each))
  if (name === undefined) return undefined
  const tensor = await base.open(name)
  return tensor.shape.every((size) => size === 1) ? Number(tensor.read(0, 1)[0]) : undefined
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
