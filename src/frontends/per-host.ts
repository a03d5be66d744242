import type { Host } from './frontend.js'

/** Remembers what was made for a key, separately for each host: its files do not change during a run. */
export function perHost<T>(make: (key: string, host: Host) => T): (key: string, host: Host) => T {
  const known = new WeakMap<Host, Map<string, T>>()
  return (key, host) => {
    const made = known.get(host) ?? new Map<string, T>()
    known.set(host, made)
    if (!made.has(key)) made.set(key, make(key, host))
    return made.get(key)!
  }
}
