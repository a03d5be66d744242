/** Files between which values can pass: those that imports, pages or further files join, in one step or several. */
export interface Groups {
  /** The files of a file's group, itself among them; the same list for each of them. */
  of(file: string): readonly string[]
}

/** Sorts files into groups, when first asked. `neighbours` are the files that a file is joined to, of these or others. */
export function createGroups(files: readonly string[], neighbours: (file: string) => readonly string[]): Groups {
  let groups: ReadonlyMap<string, readonly string[]> | undefined
  return {
    of(file) {
      groups ??= sorted(files, neighbours)
      return groups.get(file) ?? files
    },
  }
}

function sorted(files: readonly string[], neighbours: (file: string) => readonly string[]): Map<string, readonly string[]> {
  const heads = new Map<string, string>()
  const open = [...files]
  const seen = new Set(open)
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const other of neighbours(file)) {
      join(heads, file, other)
      if (!seen.has(other)) open.push(other)
      seen.add(other)
    }
  }
  const lists = new Map<string, string[]>()
  const groups = new Map<string, readonly string[]>()
  for (const file of seen) {
    const head = headOf(heads, file)
    const list = lists.get(head) ?? []
    lists.set(head, list)
    groups.set(file, list)
  }
  for (const file of files) lists.get(headOf(heads, file))!.push(file)
  return groups
}

function join(heads: Map<string, string>, a: string, b: string): void {
  const [one, other] = [headOf(heads, a), headOf(heads, b)]
  if (one !== other) heads.set(one, other)
}

function headOf(heads: Map<string, string>, file: string): string {
  let head = file
  for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next
  if (head !== file) heads.set(file, head)
  return head
}
