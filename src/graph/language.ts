/**
 * What a language calls that which inference knows of every language: each word of its standard library that values pass
 * through, with what it does. Front-ends supply it beside the graph, so that inference knows no word of a language.
 */
export interface Language {
  /** Methods of lists. */
  lists: Vocabulary<ListMethod>
  /** Methods of dictionaries. */
  dictionaries?: Vocabulary<DictionaryMethod>
  /** Methods of maps: of objects that hold values under keys and are no dictionary of syntax. */
  maps?: Vocabulary<MapMethod>
  /** Methods of functions. */
  functions?: Vocabulary<FunctionMethod>
  /** Methods of values that arrive later. */
  promises?: Vocabulary<PromiseMethod>
  /** Functions that need no import, or that contracts say others mean. */
  globals: Vocabulary<GlobalFunction>
  /** Members that objects have without being given them, and methods that the language calls by itself. */
  members: Vocabulary<SpecialMember>
  /** Functions that depend on nothing but their arguments, and can be run on constants. */
  pure?: Readonly<Record<string, Run>>
  /** The same of methods: the constant is the first argument. */
  constants?: Readonly<Record<string, Run>>
  /** Texts of which a file holds one that defines a class which extends another, or says what it implements. */
  extending: readonly string[]
  /** Texts of which a file holds one where a method calls the one of its name that it replaces. */
  overridden(method: string): readonly string[]
}

export type Vocabulary<Does extends string> = Readonly<Record<string, Does>>

export type Constant = string | number | boolean | null | undefined
export type Run = (...args: Constant[]) => unknown

export type ListMethod =
  | 'adds at end'
  | 'adds at end and counts'
  | 'adds at start and counts'
  | 'adds all'
  | 'inserts at'
  | 'takes out'
  | 'takes first'
  | 'reverses'
  | 'fills with'
  | 'changes somehow'
  | 'gives reversed'
  | 'gives itself'
  | 'gives indices'
  | 'gives entries'
  | 'maps each'
  | 'maps each and flattens'
  | 'keeps some'
  | 'folds all'
  | 'runs for each'
  | 'finds one'
  | 'tests for some'
  | 'tests for every'
  | 'reads item'
  | 'slices out'
  | 'joins lists'
  | 'flattens lists'
  | 'joins text'
  | 'tells whether in'
  | 'tells where'

export type DictionaryMethod =
  | 'reads entry'
  | 'takes out'
  | 'reads or sets entry'
  | 'takes some'
  | 'gives keys'
  | 'gives values'
  | 'gives entries'
  | 'gives itself'
  | 'adds all'
  | 'takes all'
  | 'moves to end'

export type MapMethod =
  | 'reads entry'
  | 'tells whether in'
  | 'sets entry'
  | 'takes out'
  | 'takes all'
  | 'gives keys'
  | 'gives values'
  | 'gives entries'
  | 'runs for each'

export type FunctionMethod = 'calls on' | 'calls on with list' | 'binds to'

/** `passes on`: to a function that is given; otherwise the value is what it was. */
export type PromiseMethod = 'passes on' | 'watches over'

export type GlobalFunction =
  | 'binds arguments'
  | 'maps each'
  | 'keeps some'
  | 'folds all'
  | 'chains lists'
  | 'flattens lists'
  | 'makes list'
  | 'sorts list'
  | 'reverses list'
  | 'takes next'
  | 'counts items'
  | 'pairs lists'
  | 'counts up'
  | 'tells length'
  | 'makes dictionary'
  | 'makes object'
  | 'hands on'
  | 'gives keys'
  | 'gives values'
  | 'gives entries'
  | 'takes entries'
  | 'makes map'
  | 'adds members'
  | 'defines members'
  | 'makes list from'
  | 'makes list of length'
  | 'makes list of arguments'
  | 'tells whether list'
  | 'tells truth'

/** What a function or a method of a language does. */
export type Does = ListMethod | DictionaryMethod | MapMethod | FunctionMethod | PromiseMethod | GlobalFunction

/** A member that every object has, or a method that the language runs by itself, such as when a member is read that an object does not have. */
export type SpecialMember =
  | 'members table'
  | 'class of object'
  | 'called as function'
  | 'missing member'
  | 'item of object'
  | 'looped over'
  | 'entered'
  | 'length of list'

/** The words of several languages in one table each: no two of them mean something else by the same word. */
export interface Words {
  lists: ReadonlyMap<string, ListMethod>
  dictionaries: ReadonlyMap<string, DictionaryMethod>
  maps: ReadonlyMap<string, MapMethod>
  functions: ReadonlyMap<string, FunctionMethod>
  promises: ReadonlyMap<string, PromiseMethod>
  globals: ReadonlyMap<string, GlobalFunction>
  members: ReadonlyMap<string, SpecialMember>
  pure: ReadonlyMap<string, Run>
  constants: ReadonlyMap<string, Run>
  extending: readonly string[]
  overridden(method: string): readonly string[]
}

/** Names of the methods that change the collection which they are called on. */
export function changingCollections({ lists, dictionaries, maps }: Words): string[] {
  return [...lists, ...dictionaries, ...maps].flatMap(([name, does]) => (changes.has(does) ? [name] : []))
}

const changes: ReadonlySet<Does> = new Set([
  'adds at end',
  'adds at end and counts',
  'adds at start and counts',
  'adds all',
  'inserts at',
  'takes out',
  'takes first',
  'takes some',
  'takes all',
  'sets entry',
  'reads or sets entry',
  'moves to end',
  'reverses',
  'fills with',
  'changes somehow',
] as const)

/** The members that are special in one way. */
export function specialNamed({ members }: Words, way: SpecialMember): string[] {
  return [...members].flatMap(([name, special]) => (special === way ? [name] : []))
}

export function wordsOf(languages: readonly Language[]): Words {
  const joined = <T>(pick: (language: Language) => Readonly<Record<string, T>> | undefined) =>
    new Map(languages.flatMap((language) => Object.entries(pick(language) ?? {})))
  return {
    lists: joined((each) => each.lists),
    dictionaries: joined((each) => each.dictionaries),
    maps: joined((each) => each.maps),
    functions: joined((each) => each.functions),
    promises: joined((each) => each.promises),
    globals: joined((each) => each.globals),
    members: joined((each) => each.members),
    pure: joined((each) => each.pure),
    constants: joined((each) => each.constants),
    extending: languages.flatMap(({ extending }) => extending),
    overridden: (method) => languages.flatMap((language) => language.overridden(method)),
  }
}
