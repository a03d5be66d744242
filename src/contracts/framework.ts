import type { Kind } from '../kinds.js'
import type { Contract, Transfer } from './contract.js'

/** A type of library object, on which methods are found: entry `Sequential.add` is the method `add` of type `Sequential`. */
export interface LibraryType {
  /** A type of the same library, or `package#type` of another. */
  extends?: string
  /** The method that applying one runs: where a subclass has one of its own, that tells what applying it gives. */
  runs?: string
  /** Every operation of the library is a method too, with the receiver as its first value: `x.softmax()`. Text: those in that module. */
  chained?: true | string
}

/** A library: under which names it is imported, its types, its calls. */
export interface Framework {
  package: string
  /** Import specifiers that mean this library, exact or with a path below them. */
  imports: readonly string[]
  /** Global names under which a script tag provides it. */
  globals: readonly string[]
  /** How people write it: `tf`, `torch`. Used in messages and by `explain`. */
  shorthand: string
  /** Modules whose exports are named as if they were its own: `import { torch } from 'js-pytorch'`. */
  roots?: readonly string[]
  /** Modules of the library that are another library, or (after `#`) a module of one: `keras` of TensorFlow. Of several that fit, the longest. */
  parts?: Readonly<Record<string, string>>
  /** Modules that hold the names of another once more: `layers.core` those of `layers`; empty text: those of the library itself. */
  moved?: Readonly<Record<string, string>>
  /** Operations that operators on its tensors stand for, in languages that have such: `+`, `@`, and `-x` for a sign. */
  operators?: Readonly<Record<string, string>>
  /** Methods, beside those that train, in which the losses that `compile` was given count: they are run, or kept. */
  runsLosses?: readonly string[]
  /** Methods of its tensors whose result shares its numbers with their receiver. */
  views?: readonly string[]
  /** Members of its objects that are the table of all their members. */
  tables?: readonly string[]
  /** Customary names of its modules: `F` for `nn.functional`. */
  aliases?: Readonly<Record<string, string>>
  /** What the library adds to the names of its functions at runtime, by which they are told from others of the name. */
  marks?: RegExp
  /** Types of numbers by the names that the library has for them: `float32` for `float`. */
  dtypes?: Readonly<Record<string, string>>
  /** Numbers that the library has under a name: `inf`. */
  constants?: Readonly<Record<string, number>>
  /** Library types and what they extend. */
  types: Readonly<Record<string, LibraryType>>
  /** Activation names that options accept. */
  activations: Readonly<Record<string, { gives: Kind | Transfer; bounded?: readonly [number, number]; by?: string }>>
  /** Loss names that `compile` or its like accepts, and the contract each stands for; `null`: known, and no concern of ours. */
  lossNames: Readonly<Record<string, string | null>>
  entries: readonly Contract[]
}
