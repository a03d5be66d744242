import type { Constant, Language } from '../../graph/language.js'

/** What Python calls that which inference knows of every language. */
export const language: Language = {
  lists: {
    append: 'adds at end',
    extend: 'adds all',
    insert: 'inserts at',
    pop: 'takes out',
    reverse: 'reverses',
    copy: 'gives itself',
    remove: 'changes somehow',
    clear: 'changes somehow',
    sort: 'changes somehow',
    add: 'changes somehow',
    appendleft: 'changes somehow',
  },
  dictionaries: {
    get: 'reads entry',
    pop: 'takes out',
    setdefault: 'reads or sets entry',
    popitem: 'takes some',
    keys: 'gives keys',
    values: 'gives values',
    items: 'gives entries',
    copy: 'gives itself',
    update: 'adds all',
    clear: 'takes all',
    move_to_end: 'moves to end',
  },
  globals: {
    partial: 'binds arguments',
    map: 'maps each',
    filter: 'keeps some',
    reduce: 'folds all',
    chain: 'chains lists',
    flatten: 'flattens lists',
    list: 'makes list',
    tuple: 'makes list',
    set: 'makes list',
    frozenset: 'makes list',
    iter: 'makes list',
    sorted: 'sorts list',
    reversed: 'reverses list',
    next: 'takes next',
    enumerate: 'counts items',
    zip: 'pairs lists',
    range: 'counts up',
    len: 'tells length',
    dict: 'makes dictionary',
    SimpleNamespace: 'makes object',
  },
  members: {
    __dict__: 'members table',
    __class__: 'class of object',
    __call__: 'called as function',
    __getattr__: 'missing member',
    __getitem__: 'item of object',
    __iter__: 'looped over',
    __enter__: 'entered',
  },
  pure: { float: asFloat },
  extending: ['class '],
  overridden: (method) => [`super().${method}`, `self).${method}`, `.${method}(self`],
}

/** What `float` makes of a text or a number. */
function asFloat(given: Constant): number {
  const number = typeof given === 'string' ? given.trim().replace(/^([+-]?)inf(inity)?$/i, '$1Infinity') : given
  if (typeof number !== 'string' || !Number.isNaN(Number(number)) || /^[+-]?nan$/i.test(number)) return Number(number)
  throw new TypeError('not a number')
}
