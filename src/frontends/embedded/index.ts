import type { Frontend } from '../frontend.js'
import { link } from '../typescript/link.js'
import { isEmbedding, readPage } from './formats.js'
import { lowerPage } from './lower.js'

/** Scripts that live inside other files: pages, components, documentation. */
export const embedded: Frontend = {
  handles: isEmbedding,
  lower: lowerPage,
  link,
  page: readPage,
}
