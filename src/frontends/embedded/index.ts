import type { Frontend } from '../frontend.js'
import { link } from '../typescript/link.js'
import { isEmbedding, readPage } from './formats.js'
import { lowerPage } from './lower.js'
import { innerPython, linkPython } from './python.js'

/** Scripts that live inside other files: pages, components, documentation. */
export const embedded: Frontend = {
  handles: isEmbedding,
  lower: lowerPage,
  link: (specifier, from, host) => linkPython(specifier, from, host) ?? link(specifier, from, host),
  inner: innerPython,
  page: readPage,
}
