/** What identifies a finding while lines move and messages are reworded. */
export interface FingerprintKey {
  rule: string
  file: string
  /** Dotted name of the function around the call; empty at the top level. */
  within: string
  /** What is called by its own name, whatever the source calls it. */
  callee: string
  /** Number among findings with otherwise the same key, from 0, in source order. */
  ordinal: number
}

/** 64-bit FNV-1a over the key, in hexadecimal: short, stable, and the same in Node and in a browser. */
export function fingerprint(key: FingerprintKey): string {
  const text = [key.rule, key.file, key.within, key.callee, key.ordinal].join('\0')
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}
