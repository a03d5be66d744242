import { call } from './contract.js'
import type { Framework } from './framework.js'
import { option, value } from './parameters.js'

const pkg = 'ce-lint/runtime'

/** The project's own wrapper: what is wrapped is called as before, so it is judged in source, too. */
export const own: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: 'ce-lint',
  types: {},
  activations: {},
  lossNames: {},
  entries: [call(pkg, 'diagnose', { takes: [value('loss'), option('options')], gives: 'itself', source: 'src/runtime/diagnose.ts' })],
}
