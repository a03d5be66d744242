import { isThunk, type Lazy, type LibraryObject, optionsOf, type Value } from './value.js'

/** Whether two values are known to be equal. */
export function same(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a.is === 'literal' && b.is === 'literal') return a.value === b.value || Object.is(a.value, b.value)
  if (a.is === 'unknown' && b.is === 'unknown') return a.fields === b.fields && a.normaliser === b.normaliser
  if (a.is === 'function' && b.is === 'function')
    return a.node === b.node && a.ctx === b.ctx && a.self === b.self && a.bound === b.bound && a.bare === b.bare
  if (a.is === 'library' && b.is === 'library') return a.package === b.package && a.path.join() === b.path.join() && a.bound === b.bound
  if (a.is === 'object' && b.is === 'object') return sameObject(a, b)
  if (a.is === 'tensor' && b.is === 'tensor') return !a.literal && !b.literal && JSON.stringify(a) === JSON.stringify(b)
  if (a.is === 'class' && b.is === 'class') return a.node === b.node && a.ctx === b.ctx && a.fields === b.fields
  return false
}

/** Whether two values are known to be equal, each in all of its alternatives. */
export function sameOptions(a: Value, b: Value): boolean {
  const [left, right] = [optionsOf(a), optionsOf(b)]
  return left.length === right.length && left.every((each, index) => same(each, right[index]!))
}

/** The same object, reached by different ways. */
function sameObject(a: LibraryObject, b: LibraryObject): boolean {
  if (a.contract !== b.contract || a.span.file !== b.span.file || a.span.start !== b.span.start || a.origin !== b.origin) return false
  return sameItems(a.layers ?? [], b.layers ?? []) && sameItems([...a.options.values()], [...b.options.values()])
}

function sameItems(a: readonly Lazy[], b: readonly Lazy[]): boolean {
  return a.length === b.length && a.every((item, index) => sameLazy(item, b[index]!))
}

export function sameLazy(a: Lazy, b: Lazy): boolean {
  if (a === b) return true
  if (isThunk(a) && isThunk(b)) return a.node === b.node && a.ctx === b.ctx
  if ('field' in a && 'field' in b) return a.field === b.field && sameLazy(a.of, b.of)
  return 'is' in a && 'is' in b && same(a, b)
}
