import type { Frontend } from '../frontend.js'
import { language } from './language.js'
import { link } from './link.js'
import { lowerFile } from './lower.js'

/** TypeScript and JavaScript, JSX included: syntax, scopes and imports, without types. */
export const typescript: Frontend = {
  language,
  handles: (file) => /\.(?:[mc]?[tj]s|[tj]sx)$/i.test(file),
  lower: lowerFile,
  link,
}
