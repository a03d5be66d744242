import type { Framework } from './contract.js'
import { own } from './own.js'
import { tfjs } from './tfjs.js'
import { torch } from './torch.js'

/** All libraries that are known, in the order in which names are looked up. */
export const frameworks: readonly Framework[] = [tfjs, torch, own]
