import type { NodeId } from '../../graph/graph.js'
import type { Flow } from '../flow/flow.js'
import type { Making } from './classes.js'
import type { Syntax } from './syntax.js'

/** State of the lowering of one file of Python. */
export interface Lowering extends Flow {
  root: Syntax
  text: string
  /** Functions with decorators, and where these begin. */
  decorated: Map<Syntax, Syntax>
  /** Modules whose names are all brought in, by their specifiers. */
  stars: string[]
  /** Modules that are imported by a path: `a.b.c` means that module from then on. */
  paths: Set<string>
  /** The class whose body is being lowered: a function there is a method of it. */
  making: Making | null
  /** By the class: values of the types that its fields are declared with. */
  types: Map<NodeId, Map<string, NodeId>>
  /** Results of signs between values, and before one. */
  arithmetic: NodeId[]
}
