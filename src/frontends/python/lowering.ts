import type { NodeId } from '../../graph/graph.js'
import type { Flow } from '../flow/flow.js'
import type { Syntax } from './syntax.js'

/** State of the lowering of one file of Python. */
export interface Lowering extends Flow {
  root: Syntax
  /** Modules whose names are all brought in, by their specifiers. */
  stars: string[]
  /** Modules that are imported by a path: `a.b.c` means that module from then on. */
  paths: Set<string>
  /** Results of signs between values, and before one. */
  arithmetic: NodeId[]
}
