const identities = new WeakMap<object, number>()
let lastIdentity = 0

/** A number that tells one value object from another. */
export function identity(value: object): number {
  const known = identities.get(value)
  if (known !== undefined) return known
  identities.set(value, ++lastIdentity)
  return lastIdentity
}
