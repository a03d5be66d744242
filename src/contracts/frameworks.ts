import type { Framework } from './framework.js'
import { handwritten } from './handwritten.js'
import { keras } from './keras.js'
import { deepbox } from './libraries/deepbox.js'
import { deeplearn } from './libraries/deeplearn.js'
import { fastai, ignite } from './libraries/fastai.js'
import { flax } from './libraries/flax.js'
import { gradiatorjs } from './libraries/gradiatorjs.js'
import { geometric } from './libraries/graphs.js'
import { haiku } from './libraries/haiku.js'
import { accelerate, pythonTransformers } from './libraries/huggingface.js'
import { jax } from './libraries/jax.js'
import { jaxJs } from './libraries/jax-js.js'
import { jsPytorch } from './libraries/js-pytorch.js'
import { jsgrad } from './libraries/jsgrad.js'
import { kornia } from './libraries/kornia.js'
import { einops } from './libraries/layouts.js'
import { lightning, pytorchLightning, torchmetrics } from './libraries/lightning.js'
import { mindspore } from './libraries/mindspore.js'
import { mlx } from './libraries/mlx.js'
import { monai } from './libraries/monai.js'
import { mxnet } from './libraries/mxnet.js'
import { netsaur } from './libraries/netsaur.js'
import { dannjs, neataptic, scikitjs, synaptic } from './libraries/networks.js'
import { numpy, scipy } from './libraries/numpy.js'
import { optax } from './libraries/optax.js'
import { paddle } from './libraries/paddle.js'
import { propel } from './libraries/propel.js'
import { segmentationModels } from './libraries/segmentation.js'
import { shumai } from './libraries/shumai.js'
import { sklearn } from './libraries/sklearn.js'
import { skorch } from './libraries/skorch.js'
import { tinygrad } from './libraries/tinygrad.js'
import { transformers } from './libraries/transformers.js'
import { timm, torchvision } from './libraries/vision.js'
import { own } from './own.js'
import { python } from './python.js'
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
  optax,
  jax,
  flax,
  haiku,
  torchvision,
  timm,
  segmentationModels,
  monai,
  kornia,
  fastai,
  ignite,
  pythonTransformers,
  accelerate,
  pytorchLightning,
  lightning,
  torchmetrics,
  einops,
  geometric,
  skorch,
  tinygrad,
  paddle,
  mindspore,
  mxnet,
  sklearn,
  numpy,
  scipy,
  react,
  python,
  own,
  handwritten,
]
