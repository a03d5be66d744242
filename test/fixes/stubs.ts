import type * as Library from '@tensorflow/tfjs'

/** What stands for everything around a program: the page, the packages, the console, whose lines are kept. */
export function stubs(tf: typeof Library) {
  const printed: unknown[][] = []
  const given: Record<string, unknown> = {}
  const any = anything(given)
  const keep = (...args: unknown[]) => void printed.push(args)
  const { useState, ...hooks } = states()
  const react: Record<string, unknown> = {
    useState,
    useRef: (current: unknown) => ({ current }),
    useMemo: (make: () => unknown) => make(),
    useCallback: (f: unknown) => f,
    useEffect: (f: () => unknown) => void f(),
    createContext: (first: unknown) => {
      const context = { value: first, Provider: ({ value, children }: Provided) => Object.assign(context, { value }) && children }
      return context
    },
    useContext: ({ value }: { value: unknown }) => value,
    createElement: (type: unknown, props: object, ...children: unknown[]) => new Element(type, props ?? {}, children),
    ref: (value: unknown) => ({ value }),
    shallowRef: (value: unknown) => ({ value }),
    computed: (make: () => unknown) => ({ value: make() }),
    onMounted: (f: () => unknown) => void f(),
    onMount: (f: () => unknown) => void f(),
    writable: (value: unknown) => ({ set: () => undefined, subscribe: (f: (value: unknown) => void) => f(value) }),
  }
  const framework = { ...react, default: react, __esModule: true }
  const require = (name: string) =>
    /tfjs(?!-vis)/.test(name) || /\/tf\b/.test(name)
      ? { ...tf, default: tf, __esModule: true }
      : /react|vue|svelte/.test(name)
        ? framework
        : any
  const page = Object.fromEntries(pageGlobals.map((name) => [name, any]))
  return {
    globals: { tf, React: react, console: { log: keep, info: keep, warn: keep, error: keep, table: keep }, ...page },
    require,
    printed,
    hooks,
    page: given,
  }
}

interface Provided {
  value: unknown
  children: unknown
}

/** States of components, kept from one call of them to the next. */
function states() {
  let slots: unknown[] = []
  let [at, changed] = [0, false]
  const useState = (first: unknown) => {
    const slot = at++
    if (slots.length <= slot) slots[slot] = typeof first === 'function' ? (first as () => unknown)() : first
    const set = (value: unknown) => {
      changed ||= slots[slot] !== value
      slots[slot] = value
    }
    return [slots[slot], set]
  }
  /** Forgets all. */
  const begin = () => {
    slots = []
    at = 0
    changed = false
  }
  /** Whether a state was set, so that it has to be called once more. */
  const again = () => {
    at = 0
    return changed
  }
  return { useState, begin, again }
}

/** An element of a page: drawn, it runs its handlers, after those around it. */
class Element {
  constructor(
    private readonly type: unknown,
    private readonly props: object,
    private readonly children: unknown[],
  ) {}

  draw(): void {
    const { type, props, children } = this
    if (typeof type === 'function') {
      drawAll((type as (props: object) => unknown)({ ...props, children }))
      return
    }
    for (const each of Object.values(props)) if (typeof each === 'function') tryOut(each)
    drawAll(children)
  }
}

function drawAll(elements: unknown): void {
  for (const each of [elements].flat(9)) if (each instanceof Element) each.draw()
}

/** Whatever is asked of it, it is that; functions that it is given are called at once, and what it is assigned is `given`. */
function anything(given: Record<string, unknown>): unknown {
  const of: unknown = new Proxy(function nothing() {}, {
    get: (_, key) => members.get(key) ?? (key === 'then' ? undefined : of),
    apply: (_, __, args) => {
      for (const each of args.flatMap(functionsIn)) tryOut(each)
      return of
    },
    construct: () => of as object,
    set: (_, key, value) => {
      given[String(key)] = value
      return true
    },
    has: () => true,
  })
  const members = new Map<unknown, unknown>([
    [Symbol.toPrimitive, () => '4'],
    [Symbol.iterator, () => [][Symbol.iterator]()],
  ])
  return of
}

function functionsIn(value: unknown): (() => unknown)[] {
  if (typeof value === 'function') return [value as () => unknown]
  const isPlain = value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
  return isPlain ? Object.values(value).filter((each) => typeof each === 'function') : []
}

/** Handlers of a page run once, whatever comes of it. */
function tryOut(f: (event: unknown) => unknown): void {
  try {
    const result = f({ target: { value: '4' }, preventDefault: () => undefined, data: {} })
    if (result instanceof Promise) result.catch(() => undefined)
  } catch {}
}

const pageGlobals = [
  ...['document', 'window', 'navigator', 'localStorage', 'fetch', 'tfvis', 'alert', 'Plotly', 'Worker', 'self', 'location'],
  ...['defineProps', 'defineEmits', 'defineExpose', 'requestAnimationFrame', 'setInterval', 'process'],
]
