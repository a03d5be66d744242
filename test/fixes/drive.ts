import * as tf from '@tensorflow/tfjs'

type Fn = (...args: unknown[]) => unknown
type Note = (name: string, value: unknown) => void

/** A program's text, and the states of its components: forgotten before a call; whether they ask for one more. */
export interface Driven {
  script: string
  begin(): void
  again(): boolean
}

const own: ReadonlySet<unknown> = new Set(Object.values(tf))

/** Calls what a program exports, each with the first arguments that it takes, and tells what comes of it. */
export async function called(
  exported: Record<string, unknown>,
  program: Driven,
  note: Note,
  path = '',
  depth = 0,
  self = selfOf(exported),
): Promise<void> {
  if (depth > 3) return
  for (const [name, value] of Object.entries(exported)) {
    const at = `${path}${name}`
    if (own.has(value)) continue
    if (typeof value === 'function') await call(bound(value as Fn, self), program, note, at, depth)
    else if (isPlain(value)) await called(value, program, note, `${at}.`, depth + 1, name === 'methods' ? self : undefined)
    else note(at, value)
  }
}

/** What functions of an object see as `this`: that, and what a component makes of its parts. */
function selfOf(exported: Record<string, unknown>): Record<string, unknown> {
  const { data, methods } = exported
  return { ...exported, ...(typeof data === 'function' && isPlain(methods) ? { ...(data.call({}) as object), ...methods } : {}) }
}

function bound(fn: Fn, self: object): Fn {
  return isConstructor(fn) ? fn : Object.assign((...args: unknown[]) => fn.apply(self, args), { toString: () => String(fn) })
}

function isConstructor(fn: Fn): boolean {
  return /^class\b|^function [A-Z][\s\S]*\bthis\./.test(String(fn))
}

async function call(fn: Fn, program: Driven, note: Note, at: string, depth: number): Promise<void> {
  const isClass = isConstructor(fn)
  const parameters = /^class\b/.test(String(fn)) ? String(fn).match(/constructor\s*\(([^)]*)\)/)?.[1] : parametersOf(fn)
  for (const args of choices(parameters ?? '', program.script, isClass ? '' : String(fn))) {
    try {
      const given = args()
      program.begin()
      let result = isClass ? new (fn as unknown as new (...args: unknown[]) => object)(...given) : await settle(fn(...given))
      if (!isClass && program.again()) result = await settle(fn(...given))
      if (isClass) await methods(result as object, program, note, at, depth)
      else if (typeof result === 'function' && depth < 2) await call(result as Fn, program, note, `${at}()`, depth + 1)
      else if (isPlain(result) && Object.values(result).some((each) => typeof each === 'function'))
        await called(result, program, note, `${at}().`, depth + 1)
      else if (isInstance(result)) await methods(result as object, program, note, `${at}()`, depth)
      else note(at, result)
      return
    } catch {}
  }
}

async function methods(instance: object, program: Driven, note: Note, at: string, depth: number): Promise<void> {
  if (depth > 2) return
  const seen = new Set(['constructor'])
  const own = Object.entries(instance).filter(([, value]) => typeof value === 'function' && !isConstructor(value))
  for (const [name, value] of own) await call(value as Fn, program, note, `${at}.${name}`, depth + 1)
  for (let type: object | null = Object.getPrototypeOf(instance); type && type !== Object.prototype; type = Object.getPrototypeOf(type))
    for (const name of Object.getOwnPropertyNames(type)) {
      const { value } = Object.getOwnPropertyDescriptor(type, name) ?? {}
      if (seen.has(name) || typeof value !== 'function') continue
      seen.add(name)
      await call(
        Object.assign((...args: unknown[]) => value.apply(instance, args), { toString: () => String(value) }),
        program,
        note,
        `${at}.${name}`,
        depth + 1,
      )
    }
}

/** A generator is run to its end; a promise is waited for. */
async function settle(result: unknown): Promise<unknown> {
  const value = await result
  if (value !== null && typeof value === 'object' && Symbol.iterator in value && 'next' in value) return [...(value as Iterable<unknown>)]
  return value
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false
  return [Object.prototype, null].includes(Object.getPrototypeOf(value)) || typeof (value as { default?: unknown }).default === 'function'
}

function isInstance(value: unknown): boolean {
  const isTensor = value instanceof tf.Tensor || value instanceof tf.LayersModel || value instanceof tf.layers.Layer
  return value !== null && typeof value === 'object' && !isTensor && !isPlain(value) && !Array.isArray(value) && !ArrayBuffer.isView(value)
}

function parametersOf(fn: Fn): string {
  const text = String(fn).replace(/^async\s+/, '')
  const bare = /^([\w$]+)\s*=>/.exec(text)
  if (bare) return bare[1]!
  let depth = 0
  const start = text.indexOf('(') + 1
  for (let at = start; at < text.length; at++) {
    if ('([{'.includes(text[at]!)) depth++
    if (')]}'.includes(text[at]!) && depth-- === 0) return text.slice(start, at)
  }
  return ''
}

/** Arguments to try: by the names of the parameters, in sizes that stand in the program. */
function* choices(parameters: string, script: string, body: string): Generator<() => unknown[]> {
  const names = split(parameters)
  if (names.length === 0) return yield () => []
  const numbers = [...script.matchAll(/(?<![\w.])(\d{1,4})(?![\w.])/g)].map(([, digits]) => Number(digits)).filter((n) => n > 1)
  // Layers with many weights take long to make.
  const sizes = [...new Set([4, 3, ...numbers])].slice(0, /layers\./.test(body) ? 3 : 12)
  if (/layers\.|sequential|compile/.test(body)) yield () => names.map((name) => (/^\W|=\s*['"]/.test(name) ? undefined : 4))
  for (const columns of sizes) for (const classes of sizes) yield () => names.map((name) => argument(name, columns, classes))
  const shape = /(?:inputShape|shape): \[([\d, ]+)\]/.exec(script)?.[1]?.split(',').map(Number)
  if (shape && shape.length > 1) for (const classes of sizes) yield () => names.map((name) => ofShape(argument(name, 4, classes), shape))
  for (const columns of sizes) for (const classes of sizes) yield () => names.map((name) => plain(argument(name, columns, classes)))
  for (const columns of sizes) yield () => names.map((name, n) => (n === 0 ? plain(argument(name, columns, 3)) : [0, 1, 0, 1, 0, 1]))
  for (const columns of sizes)
    yield () => names.map((name, n) => (/label/.test(name) || n > 0 ? [0, 1, 0, 1, 0, 1] : argument(name, columns, 3)))
  for (const columns of sizes)
    yield () => names.map((name) => (/label/.test(name) ? tf.tensor1d([0, 1, 0, 1, 0, 1], 'int32') : argument(name, columns, 3)))
  yield () => names.map(() => 4)
  yield () => names.map(() => ['a', 'b', 'c'])
  yield () => []
}

function split(parameters: string): string[] {
  let depth = 0
  const found = ['']
  for (const sign of parameters) {
    if ('([{'.includes(sign)) depth++
    if (')]}'.includes(sign)) depth--
    if (sign === ',' && depth === 0) found.push('')
    else found[found.length - 1] += sign
  }
  return found.map((each) => each.trim()).filter((each) => each !== '')
}

/** Six rows; labels are one-hot or indices. */
function argument(parameter: string, columns: number, classes: number): unknown {
  if (parameter.startsWith('{')) {
    const inner = split(parameter.slice(1, parameter.lastIndexOf('}')))
    return Object.fromEntries(
      inner.map((each) => [each.split(/[:=]/)[0]!.trim(), argument(each.split(/[:=]/).at(0)!.trim(), columns, classes)]),
    )
  }
  const name = parameter.split('=')[0]!.trim()
  if (/=\s*[\d.]+$/.test(parameter)) return Number(parameter.split('=')[1])
  if (
    /^(?:units|classes|num\w*|n|\w*(?:Size|Count|Classes|Vocab)|inputs?|features|hidden\w*|length|landmarks|joints|gestures|frames|epochs|kind)$/.test(
      name,
    )
  )
    return 4
  if (/^(?:base|body|backbone)$/.test(name)) return { predict: (x: unknown) => x, apply: (x: unknown) => x }
  if (/^(?:labels|classNames|names|words|languages)$/.test(name)) return ['a', 'b', 'c', 'd']
  if (/^(?:asProbabilities|verbose|training|multi|shown|binary|last)$/.test(name)) return true
  if (/ids|idx|ind(?:ex|ices)|digits|centres|neighbours|tokens/i.test(name)) return tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32')
  if (/^(?:y|ys|yTrue|yTrain|yTest|yVal|y_|target\w*|truth|wanted|answers|chosen|oneHot|teacher|t)$/i.test(name))
    return tf
      .oneHot(
        tf.tensor1d(
          Array.from({ length: 6 }, (_, n) => n % classes),
          'int32',
        ),
        classes,
      )
      .toFloat()
  if (/^(?:w\d?|kernel|weights)$/.test(name))
    return tf.tensor2d(
      Array.from({ length: columns * classes }, (_, n) => ((n * 11) % 7) / 3 - 1),
      [columns, classes],
    )
  return tf.tensor2d(
    Array.from({ length: 6 * columns }, (_, n) => ((n * 7) % 5) / 2 - 1),
    [6, columns],
  )
}

/** The same rows, each an image or a sequence. */
function ofShape(value: unknown, shape: readonly number[]): unknown {
  const isFloat = value instanceof tf.Tensor && value.dtype === 'float32' && !isOneHot(value)
  return isFloat ? tf.ones([6, ...shape]) : value
}

function isOneHot(value: tf.Tensor): boolean {
  return [...value.dataSync()].every((each) => each === 0 || each === 1)
}

function plain(value: unknown): unknown {
  return value instanceof tf.Tensor ? value.arraySync() : value
}
