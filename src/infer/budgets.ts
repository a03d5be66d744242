/** Work that one question may cost, in nodes; beyond it the answer is "not understood". */
export const budget = 20_000

/** Work that it may cost to find out what decides a branch, or what is called: in most files it takes a tenth of it. */
export const sideBudget = 2_000

/** Work that a question gets although those of its file have used up theirs: what plain names and their imports take. */
export const least = 50

/** Work that all questions of a file may cost: most files take a tenth of the least, and many files are not to take minutes. */
export function fileBudgetFor(files: number): number {
  return Math.max(20_000, Math.min(100_000, Math.round(4_000_000 / files)))
}
