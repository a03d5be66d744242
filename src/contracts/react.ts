import { call } from './contract.js'
import type { Framework } from './framework.js'
import { option, value } from './parameters.js'

const pkg = 'react'
const source = (name: string) => `react.dev, reference/react/${name}`

/** What values pass through in components: no loss and no kind. Preact has the same functions. */
export const react: Framework = {
  package: pkg,
  imports: [pkg, 'preact', 'preact/hooks', 'preact/compat'],
  globals: ['React'],
  shorthand: 'React',
  types: { Context: {} },
  activations: {},
  lossNames: {},
  entries: [
    call(pkg, 'useState', { takes: [value('initialState')], gives: 'state', source: source('useState') }),
    call(pkg, 'useRef', { takes: [value('initialValue')], gives: 'cell', source: source('useRef') }),
    call(pkg, 'createRef', { gives: 'cell', source: source('createRef') }),
    ...['useMemo', 'useEffect', 'useLayoutEffect'].map((name) =>
      call(pkg, name, { takes: [option('function'), option('dependencies')], gives: 'callback', source: source(name) }),
    ),
    ...['useCallback', 'memo', 'forwardRef', 'useDeferredValue'].map((name) =>
      call(pkg, name, { takes: [value('of'), option('dependencies')], gives: 'itself', source: source(name) }),
    ),
    call(pkg, 'createContext', { takes: [option('defaultValue')], makes: { type: 'Context' }, source: source('createContext') }),
    call(pkg, 'Context.Provider', { takes: [option('value')], config: true, provides: 'value', source: source('createContext') }),
    ...['useContext', 'use'].map((name) => call(pkg, name, { takes: [value('context')], gives: 'provided', source: source(name) })),
  ],
}
