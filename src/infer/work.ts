import { remembered } from '../remembered.js'
import { budget, fileBudgetFor, least, sideBudget } from './budgets.js'
import { type Unknown, unknown } from './value.js'

/** Counts the work of questions, in nodes, so that none takes without end. */
export interface Work {
  /** Nodes evaluated for the current question, and how many they may become. */
  steps: number
  limit: number
  /** How many the question, or the part of it that is looked for aside, was given. */
  size: number
  /** The same for the current file, over all of its questions. */
  account: Account
  accounts: Map<string, Account>
  most: number
}

interface Account {
  spent: number
}

export function newWork(files: number): Work {
  return { steps: 0, limit: budget, size: budget, account: { spent: 0 }, accounts: new Map(), most: fileBudgetFor(files) }
}

/** Counts one node; tells why it is not to be evaluated where the work is used up. */
export function spend(work: Work): Unknown | undefined {
  work.account.spent++
  work.steps++
  if (work.steps > work.limit) return tooMuch('it', work.size)
  return isOverdrawn(work) ? tooMuch('the file', work.most) : undefined
}

/** Whether an answer is that of a search that went to its end. */
export function isWhole(work: Work): boolean {
  return work.steps <= work.limit && !isOverdrawn(work)
}

/** Whether a search that ended too soon has used up half of the question's work by itself: to begin it anew would end no better. */
export function isHopeless({ steps, limit, size }: Work, before: number): boolean {
  return steps > limit && steps - before > size / 2
}

function isOverdrawn({ account, steps, most }: Work): boolean {
  return account.spent > most && steps > least
}

/** Counts a question of its own, on an account such as a file's: it must not use up the work of the question that asks for it. */
export function charging<T>(work: Work, name: string, run: () => T): T {
  const { account, steps, limit, size } = work
  work.account = remembered(work.accounts, name, () => ({ spent: 0 }))
  work.steps = 0
  work.limit = budget
  work.size = budget
  try {
    return run()
  } finally {
    Object.assign(work, { account, steps, limit, size })
  }
}

/**
 * Looks for what a question needs only to go on by, such as which branch is taken. `exhausted` is told where that takes
 * more than its part of the work, be there as much left as there may.
 */
export function aside<T>(work: Work, find: () => T, exhausted: (reason: Unknown) => T): T {
  const { limit, size, steps } = work
  const own = steps + sideBudget
  if (own >= limit) return find()
  work.limit = own
  work.size = sideBudget
  try {
    const found = find()
    return work.steps > own && !isOverdrawn(work) ? exhausted(tooMuch('it', sideBudget)) : found
  } finally {
    work.limit = limit
    work.size = size
  }
}

/** That calls are nested beyond what is followed, as where a function calls itself. */
export function tooNested(what: string): Unknown {
  return { ...unknown(`${what} call each other too deeply`), cut: true }
}

/** That a search was given up on which so much work was spent. */
export function tooMuch(what: string, steps: number): Unknown {
  return { ...unknown(`${what} takes more than ${steps.toLocaleString('en')} steps to follow`), cut: true }
}
