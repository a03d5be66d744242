import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../../bench/quality/programs.mjs'
import type { File } from './bundle.js'
import { type Called, type Numbers, type Observed, observe } from './observe.js'
import { repairs } from './repairs.js'

interface Program {
  name: string
  files: File[]
}

const rules = join(import.meta.dirname, '../../rules')

/** What rule pages show as at fault. */
function examples(): Program[] {
  return readdirSync(rules)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const blocks = [...readFileSync(join(rules, file), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text]) => text!)
      return blocks.map((text, n) => ({ name: `rules/${file} ${n}`, files: [{ path: 'a.ts', text }] }))
    })
    .filter(({ files }) => /(?:error|warning|info): (?!unused)/.test(files[0]!.text))
}

const isScript = ({ path }: File) => /\.(?:[cm]?[jt]sx?|html|vue|svelte)$/.test(path)

const all = [
  ...(programs() as Program[]).filter(({ files }) => files.some(({ text }) => /expect: (?!clean|unknown)\w/.test(text))),
  ...examples(),
]
  .filter(({ files }) => files.some(isScript))
  .filter(({ files }) => files.some(({ text }) => /tensorflow\/tfjs|\btf\./.test(text)))

/** All of them take minutes: `COUNTS=1` goes through all. */
const every = process.env.COUNTS ? 1 : 4

/** What the fixes of a program did to what it gives; `skipped`: they are not reached when it is run as it is. */
type Verdict = 'kept' | 'changed' | 'skipped'

async function compare({ files }: Program, unsafe: boolean): Promise<{ verdict: Verdict; how: string[] } | undefined> {
  const { texts } = await repairs(Object.fromEntries(files.map(({ path, text }) => [path, text])), unsafe)
  if (texts.size === 0) return undefined
  const after = files.map(({ path, text }) => ({ path, text: texts.get(path) ?? text }))
  try {
    const [before, spoilt, now] = [await observe(files), await observe(files, true), await observe(after)]
    const floors = floorsThen(before, now)
    const how = floors.length > 0 ? floors : lossesThen(before, now)
    if (how.length === 0) return { verdict: 'skipped', how }
    const own = [...before.outputs].filter(([name, value]) => isSame(spoilt.outputs.get(name), value))
    return { verdict: own.every(([name, value]) => isSame(now.outputs.get(name), value)) ? 'kept' : 'changed', how }
  } catch {
    return { verdict: 'skipped', how: [] }
  }
}

/** What differs in the calls of losses: another loss, exchanged arguments, the value before the activation. */
function lossesThen({ calls: before }: Observed, { calls: after }: Observed): string[] {
  if (before.length !== after.length) return ['other calls']
  return before.flatMap((was, index) => difference(was, after[index]!) ?? [])
}

function difference(was: Called, is: Called): string | undefined {
  const same = isSame(was.first, is.first) && isSame(was.second, is.second)
  if (same) return was.loss === is.loss ? undefined : 'another loss'
  if (isSame(was.first, is.second) && isSame(was.second, is.first)) return 'exchanged'
  if (!isSame(was.first, is.first)) return 'other labels'
  const scores = tf.tensor([...is.second.values], [...is.second.shape])
  const activated = [tf.softmax(scores), tf.sigmoid(scores), tf.logSoftmax(scores), tf.relu(scores)]
  return activated.some((each) => isNear([...each.dataSync()], was.second.values)) ? 'before the activation' : 'other scores'
}

/** What the losses of compiled models come to, at best, where that is another than before. */
function floorsThen({ floors: before }: Observed, { floors: after }: Observed): string[] {
  if (before.length !== after.length) return ['other models']
  return before.flatMap((was, index) => (was === after[index] ? [] : was > 0.1 && after[index]! < 1e-4 ? ['no floor'] : ['another floor']))
}

function isSame(a: Numbers | undefined, b: Numbers | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isNear(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - b[index]!) < 1e-5)
}

beforeAll(() => tf.setBackend('cpu'))

describe('programs of TensorFlow.js', () => {
  it('give what they gave but for the loss, after what --fix applies', { timeout: 900_000 }, async () => {
    const counts: Record<string, number> = {}
    const others: string[] = []
    const skipped: string[] = []
    for (const program of all) {
      const result = await compare(program, false)
      if (!result) continue
      if (result.verdict === 'skipped') skipped.push(program.name)
      else if (result.verdict === 'changed') others.push(program.name)
      else for (const each of new Set(result.how)) counts[each] = (counts[each] ?? 0) + 1
    }
    expect(others).toEqual([])
    expect(counts).toMatchInlineSnapshot(`
      {
        "another loss": 2,
        "before the activation": 17,
        "exchanged": 8,
        "no floor": 74,
      }
    `)
    expect(skipped).toMatchInlineSnapshot(`
      [
        "embedded/store.misuse.svelte",
        "frequent/teachable-vue.misuse.vue",
      ]
    `)
  })

  it('may give something else after unsafe fixes', { timeout: 900_000 }, async () => {
    const counts: Record<Verdict, number> = { kept: 0, changed: 0, skipped: 0 }
    for (const program of all.filter((_, index) => index % every === 0)) {
      const result = await compare(program, true)
      if (result) counts[result.verdict]++
    }
    if (every > 1)
      expect(counts).toMatchInlineSnapshot(`
        {
          "changed": 6,
          "kept": 36,
          "skipped": 15,
        }
      `)
    else console.log(counts)
  })
})
