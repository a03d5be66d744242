import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tree } from '../scan/tree.js'

/** A git repository with one commit, in a folder that goes away with the test; of the user's settings it takes none. */
export function repository(files: Record<string, string>) {
  const root = tree(files)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const commit = (message = 'change') => {
    git('add', '-A')
    git('commit', '-q', '--allow-empty', '-m', message)
  }
  git('init', '-q', '-b', 'main')
  commit('first')
  return {
    root,
    git,
    commit,
    write: (name: string, text: string) => writeFileSync(join(root, name), text),
    remove: (name: string) => rmSync(join(root, name)),
  }
}
