import type { Place } from '../place.js'
import type { ClassDefinition, FunctionDefinition, InterfaceDefinition } from './definitions.js'
import type { Words } from './language.js'

/**
 * The value-flow graph: what front-ends produce and inference reads. It knows no loss, no kind and no language.
 * Variables are resolved by the front-end to the definition that reaches each occurrence, so the graph has values only.
 * Change of an object in place is a new value: `model.add(x)` makes `changed(model, that call)`, and later occurrences
 * of `model` refer to it; `this.x = v` and `o.x = v` make `assigned(o, 'x', v)`.
 */
export type NodeId = number & { readonly brand: 'node' }

/** How a number is written, in a language that tells `1` and `1.0` apart. */
export type Numeric = 'integer' | 'float'

/** A sign of the language, or the name of an operation that is written without one. */
export type Operator = 'index' | 'slice' | 'keys' | 'contains' | 'rest' | 'omit' | 'enter' | (string & {})

export interface Span {
  file: string
  /** UTF-16 offsets into the file's text. */
  start: number
  end: number
}

/** An argument, a list item: a value, or a value spread into the rest. */
export interface Element {
  node: NodeId
  /** Where it is written: `probs` in a call's arguments, while the node may be the definition of `probs` further up. */
  span: Span
  spread?: boolean
  /** Keyword of the argument, in languages that have them; empty where a record of keywords is spread. */
  keyword?: string
}

/** An entry of a record; a spread entry has no key. The functions behind a property `p` have the keys `get p` and `set p`. */
export interface Entry {
  key: string | NodeId | null
  node: NodeId
  /** Where the entry's value is written. */
  span: Span
}

/**
 * Holds on one side of a branch: `key` names the same decision wherever it is taken on the same values. A comparison with
 * a literal and a case of a switch are the same decision, on the subject: `lit` where it equals the literal, `!lit` where
 * not. `default`, and a case that several labels lead to, hold `!lit` for each other label. Of several conditions all hold.
 * A key begins with `#` and a node, `$` and a variable, or `this@` and a class, where the decision is on that value (then
 * `==` where it is compared with literals), or on a member of it (`.name`).
 */
export interface Condition {
  key: string
  /** `true` or `false`; in a comparison with a literal, and in a switch, its text, after `!` where it does not fit. */
  value: string
  /** The decision's operand, so that a constant decides it. For `true`/`false` keys: the test itself; for a switch: the subject. */
  test: NodeId
  /** Says something of one round of a loop only: a constant decides it, but it is never taken for granted. */
  round?: true
}

export interface Option {
  node: NodeId
  /** What must hold for this value to arrive, from the merge's own decisions. */
  when: readonly Condition[]
}

export type Node = {
  span: Span /** Function or loop (or module, null) in whose body the value is computed. */
  owner: NodeId | null
} /** Something of a package that is not part of the project, or a global that nothing declares (`module: 'global:'`). */ & (
  | { type: 'name'; module: string; path: readonly string[] }
  /**
   * A binding of another module, linked on demand; of the module itself where the specifier is empty. A specifier that is
   * not written out is a node. `name` is `*` for the namespace, `default`, or an export's name.
   */
  | { type: 'import'; specifier: string | NodeId; name: string; from: string }
  | { type: 'literal'; value: string | number | boolean | null | undefined; numeric?: Numeric }
  /** `every`: there are as many further items as there may be, all of this value. */
  | { type: 'list'; items: readonly Element[]; every?: NodeId }
  /** `dict`: a dictionary of a language that tells its entries and the members of objects apart. */
  | { type: 'record'; entries: readonly Entry[]; dict?: true }
  /**
   * `construct`: called with `new`. `when`: what holds where it is reached, as far as it lasts. `sees`: what variables that
   * functions share hold when it is called. `decides`: names the decision that the key of `get(key)` is.
   */
  | {
      type: 'call'
      callee: NodeId
      args: readonly Element[]
      construct: boolean
      when?: readonly Condition[]
      sees?: ReadonlyMap<VariableId, NodeId>
      decides?: Condition['key']
    }
  /** `optional`: of nothing, nothing comes. `decides`: names the decision that a computed key is. `entry`: it is read as an entry. `written`: where the object is. */
  | { type: 'member'; object: NodeId; key: string | NodeId; optional?: true; decides?: Condition['key']; entry?: true; written?: Span }
  /** `o` after `o.key = value`. `when`: as of a call. `member`: a key that is computed names a member, and no entry. */
  | { type: 'assigned'; object: NodeId; key: string | NodeId; value: NodeId; when?: readonly Condition[]; member?: true }
  /** `object` after `event`, a call of one of its methods (`as: 'receiver'`) or one that it was passed to (argument's position). */
  | { type: 'changed'; object: NodeId; event: NodeId; as: 'receiver' | number }
  /** A variable that functions share after `event`, a call of a function of the project, or with one as argument, that may set or change it. */
  | { type: 'affected'; variable: VariableId; before: NodeId; event: NodeId }
  /** A variable, kept for the trace: where it was given this value. `annotation`: a value of its declared type. */
  | { type: 'alias'; name: string; value: NodeId; annotation?: NodeId }
  /** A branch joins, or a loop comes round (`loop`: the first option comes from before it). */
  | { type: 'merge'; reason: 'branch' | 'loop'; options: readonly Option[] }
  /** A loop, in whose rounds its body's nodes are computed: one for each item of `of`, or while `test` holds. */
  | { type: 'loop'; of: NodeId | null; test: NodeId | null }
  /**
   * A variable after a loop, or after a call of something that may run a callback for each of its items (`of`: the loop, or
   * the callback): `before` without a round, `after` as each round leaves it; `otherwise` where the rounds cannot be told.
   */
  | { type: 'rounds'; of: NodeId; before: NodeId; after: NodeId; otherwise: NodeId }
  /** A list after a loop (`of`) over it that changed its items: `after`, as each round leaves its own. */
  | { type: 'items'; list: NodeId; of: NodeId; after: NodeId }
  /**
   * A variable that functions share, read where no definition of the reading function reaches: from an inner function that
   * has not set it, or in its own scope while it still is uninitialised and inner functions set it. `created`: its value
   * when the reading function expression was created (null for hoisted functions and methods, or when it had none).
   * An exported variable is read by the module itself (`reader: null`). `round`: the only value that it has in each round of a loop.
   */
  | { type: 'captured'; variable: VariableId; reader: NodeId | null; created: NodeId | null; round?: NodeId }
  | { type: 'function'; definition: FunctionDefinition }
  /** `index`: -1 where only a keyword gives it a value. `rest`: all further arguments, or (`keywords`) all further keyword arguments. */
  | {
      type: 'parameter'
      function: NodeId
      index: number
      rest: boolean
      name: string
      keywords?: true
      fallback?: NodeId
      annotation?: NodeId
    }
  | { type: 'class'; definition: ClassDefinition }
  /** A value of which only the type is known: an instance of the class, the interface or the library's type that `of` names. */
  | { type: 'instance'; of: NodeId }
  /** The same, of an interface that the file declares. */
  | { type: 'interface'; definition: InterfaceDefinition }
  /** A value of which a comment says what it holds, in a word that only inference knows; `of`: a value of its declared type. */
  | { type: 'declared'; word: string; of?: NodeId }
  /** The receiver, inside a method of `class` (a class or a record node), as it was when the function was entered. */
  | { type: 'this'; class: NodeId | null }
  /** `named`: the class that is named in its place, of which a method is called on the receiver. */
  | { type: 'super'; class: NodeId | null; named?: NodeId }
  /** `when`: what holds where the right operand of a logical one is evaluated. */
  | { type: 'operator'; operator: Operator; operands: readonly NodeId[]; when?: readonly Condition[] }
  /** An item of an iterated value: the variable of a loop over it. */
  | { type: 'item'; of: NodeId }
  | { type: 'unknown'; reason: string }
)

export type NodeOf<T extends Node['type']> = Extract<Node, { type: T }>

export type VariableId = number & { readonly brand: 'variable' }

/** A variable that functions share. Filled in when its file has been lowered whole. */
export interface Variable {
  name: string
  /** The function that declares it; null for the module. */
  scope: NodeId | null
  /**
   * Value at the end of each function (null: the declaring scope's own body) that sets or changes it, in source order.
   * Where such a value is built on `captured`, the function changed the value that it found.
   */
  ends: VariableEnd[]
  /** It is given a value where it is declared, and nowhere else. */
  once: boolean
  /** It is one variable for all rounds of the loops around it. */
  lasting?: true
  /** Some call tells what it holds when it is called. */
  seen?: true
}

export interface VariableEnd {
  function: NodeId | null
  node: NodeId
  /** It does nothing with it but call others. */
  indirect?: true
}

/** A comment that may be meant for the analysis. */
export interface Comment {
  span: Span
  /** Without the signs that make it a comment. */
  text: string
  /** The word by which it declares what a value holds. */
  declares?: string
}

/** What a comment declares of a value. */
export interface Declaration {
  /** A node of type `declared`, at the comment. */
  says: NodeId
  /** The variable, parameter or function that it speaks of, where that has a value of its own; null for a type's member. */
  of: NodeId | null
}

/** One lowered file. */
export interface Module {
  file: string
  /** Exported name to value; `default` among them, `*` when the module is an object (`module.exports = …`). */
  exports: ReadonlyMap<string, NodeId>
  /** Exported interfaces and types: a value of each. */
  types: ReadonlyMap<string, NodeId>
  /** Every class in the file. */
  classes: readonly NodeId[]
  /** What it gives names that other scripts of the same page see. */
  globals: ReadonlyMap<string, readonly NodeId[]>
  /** Names that it does not declare, and of which it sets members. */
  touched: ReadonlySet<string>
  /** Specifiers of `export * from …`. */
  stars: readonly string[]
  /** Every call in the file, in source order. */
  calls: readonly NodeId[]
  /** Results of signs, in languages where tensors are added and multiplied by them. */
  arithmetic: readonly NodeId[]
  /** Specifiers of everything it imports, relative ones too. */
  imports: readonly string[]
  /** Comments that may be meant for the analysis, in source order. */
  comments: readonly Comment[]
  declarations: readonly Declaration[]
  /** Syntax errors that spoiled a part: the rest was lowered. */
  errors: readonly { line: number; column: number; message: string }[]
  /** Why nothing could be made of the file, when that is so. */
  unread?: string
}

/** Where an import leads. */
export type Link =
  /** `as`: the package, and where in it, that the file is to those who have it installed. */
  | { to: 'file'; file: string; as?: { name: string; path: readonly string[] } }
  /** `path`: where in the package, in languages whose packages have paths. */
  | { to: 'package'; name: string; path?: readonly string[] }
  | { to: 'nothing'; reason: string }

/** Node store and the way from one file to the next; front-ends write, inference reads. */
export interface Graph {
  /** The words of the languages of its files. */
  readonly words: Words
  node(id: NodeId): Node
  /** How many nodes there are; more as further files are lowered. */
  size(): number
  variable(id: VariableId): Variable
  place(span: Span): Place
  /** Source text of a span, white space collapsed, cut to a readable length. */
  text(span: Span): string
  /** Lowers the file on first demand; undefined when it cannot be read or is no source file. */
  module(file: string): Module | undefined
  /** Where a specifier in a file leads. */
  link(specifier: string, from: string): Link
  /** The one version of a package that a file's project asks for. */
  pinned(name: string, from: string): string | undefined
  /** Where a name in what a specifier leads to leads, when that is a module of its own. */
  inner(specifier: string, name: string, from: string): Link | undefined
  /** Modules that may give a global of the file a value or change it: its own, and those of scripts that run in the same pages. */
  sharing(name: string, file: string): readonly Module[]
  /** Raw text of a file, to see cheaply whether a name can occur in it. */
  mentions(file: string, word: string): boolean
  /**
   * Files with the word in them, in the order of their names: of those that may hold a loss and are joined to a file, or of
   * the others that may import a file. `beside`: only those with one of these words as well.
   */
  mentioning(word: string, among: { joined: string } | { importing: string }, beside?: readonly string[]): readonly Module[]
  /** The files that may hold a loss and are joined to a file, by imports or otherwise; the same list for each of them. */
  joined(file: string): readonly string[]
}
