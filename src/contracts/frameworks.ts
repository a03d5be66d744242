import type { Framework } from './contract.js'
import { handwritten } from './handwritten.js'
import { keras } from './keras.js'
import { deepbox } from './libraries/deepbox.js'
import { deeplearn } from './libraries/deeplearn.js'
import { gradiatorjs } from './libraries/gradiatorjs.js'
import { jaxJs } from './libraries/jax-js.js'
import { jsPytorch } from './libraries/js-pytorch.js'
import { jsgrad } from './libraries/jsgrad.js'
import { mlx } from './libraries/mlx.js'
import { netsaur } from './libraries/netsaur.js'
import { dannjs, neataptic, scikitjs, synaptic } from './libraries/networks.js'
import { propel } from './libraries/propel.js'
import { shumai } from './libraries/shumai.js'
import { transformers } from './libraries/transformers.js'
import { own } from './own.js'
import { react } from './react.js'
import { tensorflow } from './tensorflow.js'
import { tfjs } from './tfjs.js'
import { torch } from './torch.js'

/** All libraries that are known, in the order in which names are looked up; losses that are written by hand come last. */
export const frameworks: readonly Framework[] = [
  tfjs,
  torch,
  keras,
  tensorflow,
  jsPytorch,
  deepbox,
  mlx,
  jsgrad,
  propel,
  deeplearn,
  shumai,
  gradiatorjs,
  netsaur,
  synaptic,
  neataptic,
  dannjs,
  scikitjs,
  jaxJs,
  transformers,
  react,
  own,
  handwritten,
]
