/**
 * Decorators of libraries that leave what a function gives, and what it takes, as it is: they time, compile, cache,
 * check or register it. By package, under the name of its contracts where it has some; `*`: all that the package has.
 */
const transparent: Readonly<Record<string, string>> = {
  python:
    'wraps lru_cache cache cached_property singledispatch singledispatchmethod total_ordering contextmanager asynccontextmanager overload final override runtime_checkable no_type_check dataclass_transform coroutine',
  'pypi:abc': '*',
  'pypi:atexit': '*',
  'pypi:warnings': '*',
  'pypi:dataclasses': '*',
  'pypi:enum': '*',
  'pypi:unittest': '*',
  'pypi:asyncio': '*',
  torch:
    'no_grad enable_grad inference_mode set_grad_enabled autograd.no_grad autograd.enable_grad autograd.set_grad_enabled autograd.inference_mode ' +
    'autograd.function.once_differentiable autograd.profiler.record_function profiler.record_function autocast amp.autocast cuda.amp.autocast ' +
    'cpu.amp.autocast amp.custom_fwd amp.custom_bwd cuda.amp.custom_fwd cuda.amp.custom_bwd compile compiler.disable compiler.allow_in_graph ' +
    '_dynamo.disable _dynamo.optimize jit.ignore jit.unused jit.export jit.script_method jit.script_if_tracing jit._script_if_tracing ' +
    'jit._overload_method jit.interface fx.wrap distributed.elastic.multiprocessing.errors.record autograd.set_detect_anomaly',
  tensorflow:
    'function autograph.experimental.do_not_convert autograph.experimental.convert custom_gradient recompute_grad Module.with_name_scope __internal__.tracking.no_automatic_dependency_tracking',
  keras: 'saving.register_keras_serializable utils.register_keras_serializable',
  jax: 'custom_vjp custom_jvp named_call named_scope default_matmul_precision default_device custom_gradient profiler.annotate_function numpy.vectorize disable_jit',
  flax: 'linen.compact linen.nowrap linen.vmap linen.remat linen.jit linen.checkpoint struct.dataclass nnx.compact',
  paddle: 'no_grad jit.to_static jit.not_to_static static.amp.bf16.bf16_guard',
  mindspore: 'jit ms_function ops.constexpr',
  mxnet: 'use_np util.use_np use_np_shape',
  sklearn: 'utils.deprecated',
  transformers:
    'add_start_docstrings add_end_docstrings add_start_docstrings_to_model_forward add_code_sample_docstrings replace_return_docstrings ' +
    'utils.add_start_docstrings utils.add_end_docstrings utils.add_start_docstrings_to_model_forward utils.add_code_sample_docstrings utils.replace_return_docstrings',
  'pypi:numba': 'jit njit vectorize guvectorize cuda.jit',
  'pypi:equinox': 'filter_value_and_grad filter_grad filter_jit filter_vmap filter_pmap named_scope',
  'pypi:haiku': 'transparent',
  'pypi:chex': '*',
  'pypi:jaxtyping': '*',
  'pypi:typeguard': '*',
  'pypi:beartype': '*',
  'pypi:torchtyping': '*',
  'pypi:pydantic': '*',
  'pypi:attr': '*',
  'pypi:attrs': '*',
  'pypi:deprecated': '*',
  'pypi:typing_extensions': '*',
  'pypi:pytest': '*',
  'pypi:hypothesis': '*',
  'pypi:parameterized': '*',
  'pypi:absl': '*',
  'pypi:hydra': '*',
  'pypi:click': '*',
  'pypi:typer': '*',
  'pypi:fire': '*',
  'pypi:gin': '*',
  'pypi:tqdm': '*',
  'pypi:loguru': '*',
  'pypi:line_profiler': '*',
  'pypi:memory_profiler': '*',
  'pypi:streamlit': '*',
  'pypi:gradio': '*',
  'pypi:wandb': '*',
  'pypi:mlflow': '*',
  'pypi:zenml': '*',
  'pypi:prefect': '*',
  'pypi:metaflow': '*',
  'pypi:modal': '*',
  'pypi:spaces': '*',
  'pypi:kfp': '*',
  'pypi:tenacity': '*',
  'pypi:retry': '*',
  'pypi:retrying': '*',
  'pypi:pytorch_lightning': '*',
  'pypi:lightning': '*',
  'pypi:lightning_utilities': '*',
  'pypi:accelerate': '*',
  'pypi:overrides': '*',
  'pypi:fvcore': '*',
  'pypi:detectron2': '*',
  'pypi:mmcv': '*',
  'pypi:mmengine': '*',
  'pypi:timm': '*',
  'pypi:ignite': '*',
  'pypi:nvtx': '*',
  'pypi:apex': '*',
}

/** Words in the name of a decorator that keeps a function under a name, or runs it, wherever it comes from. */
const keeping = /regist|^(?:command|group|route|main|automain|capture|on|hook|callback|task|step|flow|event|setter|getter|deleter)$/i

/** Whether a decorator is known by where it comes from to leave a function as it is. */
export function leavesFunction(pkg: string, path: readonly string[]): boolean {
  const names = Object.hasOwn(transparent, pkg) ? transparent[pkg] : undefined
  return names === '*' || names?.split(' ').includes(path.join('.')) === true
}

/** Whether the name of a decorator says that it keeps a function under a name. */
export function keepsFunction(name: string): boolean {
  return name.split('.').some((word) => keeping.test(word))
}
