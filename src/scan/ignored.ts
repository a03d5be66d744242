import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** Ignore rules of one folder; the list of a folder holds its own first, then its parents'. */
export interface IgnoreRules {
  base: string
  rules: Ignore
}

/** Patterns of a config, relative to its folder. */
export function patterns(base: string, list: readonly string[]): IgnoreRules {
  return { base, rules: ignore().add(list.map((pattern) => pattern.replace(/^(!?)\.\//, '$1/'))) }
}

/** The rules with a folder's own `.gitignore` put first. */
export function withFolder(folder: string, outer: readonly IgnoreRules[]): readonly IgnoreRules[] {
  try {
    return [{ base: folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) }, ...outer]
  } catch {
    return outer
  }
}

/** `.gitignore` files that hold for a folder from above: up to the root of its git work tree, or else to `top`. */
export function rulesAbove(folder: string, top: string): readonly IgnoreRules[] {
  const chain: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) chain.push(at)
    if (existsSync(join(at, '.git'))) return chain.reduceRight<readonly IgnoreRules[]>((rules, each) => withFolder(each, rules), [])
    if (dirname(at) === at) break
  }
  const within = chain.filter((each) => each === top || each.startsWith(top + sep))
  return within.reduceRight<readonly IgnoreRules[]>((rules, each) => withFolder(each, rules), [])
}

/** The innermost rule that speaks of the path decides, as git has it; rules do not reach outside their folder. */
export function isIgnored(path: string, folder: boolean, list: readonly IgnoreRules[]): boolean {
  for (const { base, rules } of list) {
    const root = base.endsWith(sep) ? base : base + sep
    if (!path.startsWith(root)) continue
    const name = path.slice(root.length)
    const { ignored, unignored } = rules.test((sep === '/' ? name : name.replaceAll(sep, '/')) + (folder ? '/' : ''))
    if (ignored) return true
    if (unignored) return false
  }
  return false
}
