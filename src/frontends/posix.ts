/** Directory of a POSIX path that is relative to the working directory; `''` is the working directory itself. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** Joins relative paths; the result may lead above the working directory. */
export function joinPath(base: string, path: string): string {
  const parts: string[] = []
  for (const part of `${base}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The directory and those around it, up to the working directory, or as far up as the path itself leads. */
export function* upward(directory: string): Generator<string> {
  let step = joinPath('', directory)
  for (;;) {
    yield step
    if (step === '' || step.endsWith('..')) return
    step = directoryOf(step)
  }
}

/** What the one `*` of a pattern stands for in the text; `''` when both are the same; undefined when it does not fit. */
export function matchPattern(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === text ? '' : undefined
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
  const fits = text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail)
  return fits ? text.slice(head.length, text.length - tail.length) : undefined
}
