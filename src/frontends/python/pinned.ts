import type { Host } from '../frontend.js'
import { perHost } from '../per-host.js'
import { directoryOf, joinPath, upward } from '../posix.js'

/** Files in which a project says what it needs, nearest first. */
const lists = ['requirements.txt', 'pyproject.toml', 'setup.cfg']

/** The one version of a package that a project asks for: `torch==1.9.1`, or `torch = "1.9.1"` in Poetry's tables. */
export function pinned(name: string, from: string, host: Host): string | undefined {
  return pinnedFrom(`${directoryOf(from)}\0${name}`, host)
}

const pinnedFrom = perHost((key, host): string | undefined => {
  const [directory, name] = key.split('\0') as [string, string]
  const exactly = new RegExp(`(?<![\\w.-])${name}(?:\\[[^\\]]*\\])?\\s*(?:={2,3}\\s*|=\\s*["'](?:==)?\\s*)(\\d+(?:\\.\\d+)*)`, 'i')
  for (const folder of upward(directory))
    for (const list of lists) {
      const text = (host.read(joinPath(folder, list)) ?? '').replace(/#.*$/gm, '')
      const version = exactly.exec(text)?.[1]
      if (version !== undefined) return version
    }
  return undefined
})
