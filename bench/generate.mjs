import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes a tree of TypeScript files such as a web service has: imports, an interface, a class, functions; about 100
 * lines each, in folders of 50. Every `1 / share`-th of them trains a model with a cross-entropy loss, half of those
 * wrongly. The same call writes the same tree.
 *
 * @param {string} folder where to write; made when missing
 * @param {{ files: number, share: number }} size number of files, and share of them (0 to 1) that touch a loss
 */
export function generate(folder, { files, share }) {
  const every = share > 0 ? Math.round(1 / share) : Number.POSITIVE_INFINITY
  for (let index = 0; index < files; index++) {
    const place = join(folder, `area${Math.floor(index / 50)}`)
    if (index % 50 === 0) mkdirSync(place, { recursive: true })
    const text = index % every === 0 && share > 0 ? training(index, (index / every) % 2 === 1) : service(index)
    writeFileSync(join(place, `module${index}.ts`), text)
  }
}

const nouns = ['order', 'invoice', 'account', 'session', 'shipment', 'ticket', 'product', 'message']
const fields = ['title', 'status', 'owner', 'region', 'currency', 'channel', 'summary', 'origin']

function service(index) {
  const noun = nouns[index % nouns.length]
  const type = `${noun[0].toUpperCase()}${noun.slice(1)}${index}`
  const neighbour = index % 50 === 0 ? '' : `import { load${index - 1} } from './module${index - 1}'\n`
  const some = fields.slice(0, 5).map((field, at) => ({ field, other: fields[(at + index) % fields.length] }))
  return `import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
${neighbour}
/** One ${noun} as the service stores it. */
export interface ${type} {
  id: string
${some.map(({ field }) => `  ${field}: string`).join('\n')}
  amount: number
  tags: readonly string[]
}

export const load${index} = async (path: string): Promise<${type}[]> => JSON.parse(await readFile(path, 'utf8'))

export class ${type}Store extends EventEmitter {
  readonly #items = new Map<string, ${type}>()
  #dirty = false

  constructor(private readonly path: string) {
    super()
  }

  async refresh(): Promise<number> {
    for (const item of await load${index}(this.path)) {
      if (this.#items.get(item.id)?.status !== item.status) this.emit('change', item)
      this.#items.set(item.id, item)
    }
    this.#dirty = false
    return this.#items.size
  }

  total(filter: (item: ${type}) => boolean = () => true): number {
    let sum = 0
    for (const item of this.#items.values()) if (filter(item)) sum += item.amount
    return Math.round(sum * 100) / 100
  }

  put(item: ${type}): this {
    this.#items.set(item.id, { ...item, tags: [...new Set(item.tags)].sort() })
    this.#dirty = true
    return this
  }

  get dirty(): boolean {
    return this.#dirty
  }
}
${some.map(({ field, other }, at) => helper(type, `${index}_${at}`, field, other)).join('')}
${neighbour ? `export const previous = load${index - 1}\n` : ''}`
}

function helper(type, name, field, other) {
  return `
/** Groups by ${field}; entries without one go under their ${other}. */
export function group${name}(items: readonly ${type}[]): Record<string, ${type}[]> {
  const groups: Record<string, ${type}[]> = {}
  for (const item of items) {
    const key = item.${field}.trim() || \`\${item.${other}} (${other})\`
    const group = groups[key] ?? []
    group.push(item)
    groups[key] = group
  }
  return Object.fromEntries(Object.entries(groups).sort(([a], [b]) => a.localeCompare(b)))
}
`
}

function training(index, wrong) {
  const activation = wrong ? ", activation: 'softmax'" : ''
  return `import * as tf from '@tensorflow/tfjs'

export interface Options${index} {
  epochs: number
  rate: number
}

function build(inputs: number): tf.Sequential {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape: [inputs], units: 64, activation: 'relu' }))
  model.add(tf.layers.dropout({ rate: 0.2 }))
  model.add(tf.layers.dense({ units: 10${activation} }))
  return model
}

export class Trainer${index} {
  private readonly model = build(${16 + (index % 8)})

  constructor(private readonly options: Options${index}) {
    this.model.compile({ optimizer: tf.train.adam(options.rate), loss: tf.losses.softmaxCrossEntropy })
  }

  async train(x: tf.Tensor2D, y: tf.Tensor2D): Promise<number> {
    const { history } = await this.model.fit(x, y, { epochs: this.options.epochs })
    return Number(history.loss?.at(-1))
  }

  classify(x: tf.Tensor2D): tf.Tensor {
    return tf.tidy(() => (this.model.predict(x) as tf.Tensor).argMax(-1))
  }
}
${service(index + 1_000_000)}`
}
