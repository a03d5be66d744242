import { type Contract, call } from './contract.js'
import type { Framework } from './framework.js'
import { option, value } from './parameters.js'

const pkg = 'python'
const source = 'Python, library reference'
const modules = ['functools', 'copy', 'collections', 'itertools', 'types', 'argparse', 'typing', 'typing_extensions', 'contextlib', 'math']

/** Functions of the standard library that hand on what they are given, or stand for what the language has without an import. */
export const python: Framework = {
  package: pkg,
  imports: modules.map((name) => `pypi:${name}`),
  globals: [],
  shorthand: 'python',
  constants: { inf: Number.POSITIVE_INFINITY, nan: Number.NaN, pi: Math.PI, e: Math.E, tau: 2 * Math.PI },
  types: {},
  activations: {},
  lossNames: {},
  entries: [
    ...meaning({ partial: 'partial', partialmethod: 'partial', MethodType: 'partial', reduce: 'reduce', chain: 'chain' }),
    ...meaning({
      'chain.from_iterable': 'flatten',
      OrderedDict: 'dict',
      deque: 'list',
      SimpleNamespace: 'SimpleNamespace',
      Namespace: 'SimpleNamespace',
    }),
    ...['deepcopy', 'copy', 'lru_cache', 'cache', 'nullcontext'].map((name) =>
      call(pkg, name, { takes: [value('x')], gives: 'itself', source }),
    ),
    call(pkg, 'cast', { takes: [option('typ'), value('val')], gives: 'itself', source }),
  ],
}

function meaning(names: Readonly<Record<string, string>>): Contract[] {
  return Object.entries(names).map(([name, means]) => call(pkg, name, { means, source }))
}
