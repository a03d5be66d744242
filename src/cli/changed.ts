import { spawnSync } from 'node:child_process'
import { posix } from 'node:path'
import { Misuse } from '../config/misuse.js'
import { notice } from './outcome.js'

export interface ChangedOptions {
  changed?: boolean
  since?: string
  staged?: boolean
}

/** Says why nothing was judged, which is no approval. */
export function tellUnchanged({ changed, since }: ChangedOptions): void {
  const how = changed ? 'differs from the last commit' : since === undefined ? 'is staged' : `has changed since ${since}`
  notice(`nothing was judged: none of the linted files ${how}`)
}

/**
 * Files that git says have changed, as POSIX paths relative to the working directory; undefined when nobody asked.
 * Deleted files and those in submodules are left out. Throws `Misuse`.
 */
export function changedFiles(cwd: string, { changed, since, staged }: ChangedOptions): readonly string[] | undefined {
  const given = [changed && '--changed', since !== undefined && '--since', staged && '--staged'].filter((each) => each !== false && each)
  const [option, second] = given as string[]
  if (option === undefined) return undefined
  if (second !== undefined) throw new Misuse(`${option} and ${second} cannot be used in one run`)
  const git = openGit(cwd, option)
  const [inside, prefix = ''] = git(['rev-parse', '--is-inside-work-tree', '--show-prefix'], 'this is no git repository').split('\n')
  if (inside !== 'true') throw new Misuse(`${option}: this is no work tree of git`)
  const top = (name: string) => posix.relative(prefix, name)
  const names = (text: string) => text.split('\0').filter((name) => name !== '')
  const diff = (...args: string[]) => names(git([...differing, ...args, '--'], 'git cannot compare the files'))
  if (staged) return toldOfBoth(diff('--cached'), diff()).map(top)
  const untracked = names(git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/'], 'git cannot list the files'))
  return [...new Set([...diff(since === undefined ? head(git) : mergeBase(git, since)), ...untracked])].map(top)
}

type Git = (args: readonly string[], failure: string) => string

/** `diff.relative` and programs of the user would give other names, or none. */
const differing = ['-c', 'diff.relative=false', 'diff', '--name-only', '--no-ext-diff', '--diff-filter=d', '-z']

function openGit(cwd: string, option: string): Git {
  return (args, failure) => {
    const { status, stdout, stderr, error } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (error) throw new Misuse(`${option}: git cannot be run: ${error.message}`)
    if (status === 0) return stdout
    const reason = stderr.trim().split('\n')[0] ?? ''
    throw new Misuse(`${option}: ${failure}${reason === '' ? '' : ` (${reason})`}`)
  }
}

/** Before the first commit, all files are new. */
function head(git: Git): string {
  const [commit] = git(['rev-list', '--max-count=1', '--all'], 'git cannot list commits').split('\n')
  return commit === '' ? git(['hash-object', '-t', 'tree', '--stdin'], 'git cannot compare the files').trim() : 'HEAD'
}

function mergeBase(git: Git, ref: string): string {
  const commit = git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    `git knows no commit ${JSON.stringify(ref)}`,
  )
  const none = `${JSON.stringify(ref)} and HEAD have no commit in common; a shallow clone has to be deepened (git fetch --unshallow)`
  return git(['merge-base', commit.trim(), 'HEAD'], none).trim()
}

/** What is linted is the file on the disk, as other linters have it. */
function toldOfBoth(staged: readonly string[], unstaged: readonly string[]): readonly string[] {
  const both = staged.filter((name) => unstaged.includes(name))
  if (both.length > 0) notice(`--staged: linted as on the disk, with changes that are not staged: ${both.join(', ')}`)
  return staged
}
