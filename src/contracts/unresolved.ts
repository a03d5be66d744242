import { call } from './contract.js'

/** What stands in the place of a loss's contract where a call may be one of a loss, and it is not known which it calls. */
export const unresolved = call('unresolved', 'loss', { takes: [], source: 'ce-lint' })
