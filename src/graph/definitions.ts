import type { NodeId } from './graph.js'

export interface FunctionDefinition {
  name: string | null
  /** Dotted name within its module, when it has one: `focalLoss`, `Trainer.loss`. */
  qualified: string | null
  params: readonly NodeId[]
  /** Merge of all returned values; null when nothing is returned. */
  result: NodeId | null
  /** `this` when the function ends: `assigned`/`changed` over its `this` node. Null when it never touched it. */
  thisAtEnd: NodeId | null
  /** Parameters that were changed in place or reassigned members of, as they are at the end, by index. */
  paramsAtEnd: ReadonlyMap<number, NodeId>
  /** The class or record whose method this is. */
  method: NodeId | null
  /** The enclosing function. */
  enclosing: NodeId | null
  /** Its arrow functions share `this` with the enclosing function. */
  arrow: boolean
  /** A value of the type that it is declared to return. */
  returns?: NodeId
  /** Functions that it is handed to where it is defined, the first one first: what they give is used in its place. */
  decorators?: readonly NodeId[]
  /** Calling it gives an iterable of the yielded values: `result` is their merge. */
  generator: boolean
  /** Calling it returns before it has come to its end. */
  async: boolean
  /** Written as an argument of a call or called where it stands: it runs with the values of its creation. */
  inline: boolean
}

export interface InterfaceDefinition {
  name: string
  /** Values of the interfaces and classes that it extends. */
  extends: readonly NodeId[]
  /** The members whose types tell something: a record of values of these types. */
  members: NodeId | null
}

export interface ClassDefinition {
  name: string | null
  /** As of a function. */
  decorators?: readonly NodeId[]
  /** Only classes that extend it have instances. */
  abstract: boolean
  /** Instances have the members that the class itself is given. */
  lends?: true
  /** Something that is not followed decides what constructing it gives. */
  opaque?: true
  extends: NodeId | null
  /** Further classes that it extends, in languages that allow it. */
  mixins?: readonly NodeId[]
  /** Values of the interfaces that it implements. */
  implements: readonly NodeId[]
  /** The constructor's function node. */
  construct: NodeId | null
  /** The method that calling an instance runs. */
  call?: NodeId | null
  methods: ReadonlyMap<string, NodeId>
  getters: ReadonlyMap<string, NodeId>
  setters: ReadonlyMap<string, NodeId>
  statics: ReadonlyMap<string, NodeId>
  staticGetters: ReadonlyMap<string, NodeId>
  /** Initialisers of declared fields; their owner is the constructor's scope, `this` in them is the instance. */
  fields: ReadonlyMap<string, NodeId>
  /** Values of the types that fields are declared with. */
  types: ReadonlyMap<string, NodeId>
  /** Fields with a type, in order: what constructors that libraries make of a class take. */
  declared?: readonly string[]
  /** Its instances are sequences of these fields, too. */
  sequence?: true
}
