import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import type { Binding } from '../flow/bindings.js'
import type { Flow } from '../flow/flow.js'
import type { ScriptScopes } from './scopes.js'

/** State of the lowering of one script. */
export interface Lowering extends Flow {
  source: ts.SourceFile
  scopes: ScriptScopes
  /** Interfaces that have been lowered. */
  interfaces: Map<ts.Node, NodeId>
  /** Where `export` before a declaration leads: the module, or a namespace. */
  exporting: Map<string, Binding>
  /** What comments say of the value of an expression, or of the result of a function. */
  said: Map<ts.Node, NodeId>
  stars: string[]
  /** Names that nothing here declares, and of which members are set. */
  touched: Set<string>
  /** Who uses the module may give what it exports another value. */
  props: boolean
}
