import type * as Library from '@tensorflow/tfjs'

/** What stands for everything around a program: the page, the packages, the console, whose lines are kept. */
export function stubs(tf: typeof Library) {
  const printed: unknown[][] = []
  const any = anything()
  const keep = (...args: unknown[]) => void printed.push(args)
  const state = (first: unknown) => [typeof first === 'function' ? (first as () => unknown)() : first, () => undefined]
  const react: Record<string, unknown> = {
    useState: state,
    useRef: (current: unknown) => ({ current }),
    useMemo: (make: () => unknown) => make(),
    useCallback: (f: unknown) => f,
    useEffect: (f: () => unknown) => void f(),
    createContext: (value: unknown) => ({ value, Provider: ({ children }: { children: unknown }) => children }),
    useContext: ({ value }: { value: unknown }) => value,
    createElement: (type: unknown, props: object, ...children: unknown[]) =>
      typeof type === 'function' ? (type as (props: object) => unknown)({ ...props, children }) : handled(props ?? {}),
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
  }
}

function handled(props: object): null {
  for (const each of Object.values(props)) if (typeof each === 'function') tryOut(each)
  return null
}

/** Whatever is asked of it, it is that; functions that it is given are called at once. */
function anything(): unknown {
  const of: unknown = new Proxy(function nothing() {}, {
    get: (_, key) => members.get(key) ?? (key === 'then' ? undefined : of),
    apply: (_, __, args) => {
      for (const each of args) if (typeof each === 'function') tryOut(each as () => unknown)
      return of
    },
    construct: () => of as object,
    has: () => true,
  })
  const members = new Map<unknown, unknown>([
    [Symbol.toPrimitive, () => '4'],
    [Symbol.iterator, () => [][Symbol.iterator]()],
  ])
  return of
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
