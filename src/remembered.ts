/** The table's value for a key, made on first demand. */
export function remembered<K, V>(
  table: { has(key: K): boolean; get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  if (table.has(key)) return table.get(key) as V
  const value = make()
  table.set(key, value)
  return value
}
