import type { Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import { entries, modules, named } from './entries.js'

const self = option('self')
const module = value('module')

/** What holds modules, wraps one or hands one on. A loaded module is opaque: no source shows its last layer. */
export const containers: readonly Contract[] = [
  ...modules(['nn.Module'], {}, ''),
  ...entries(['nn.Sequential'], { makes: { type: 'nn.Sequential', layers: 'args' } }),
  ...entries(['nn.Sequential.append'], { takes: [module], mutates: 'append', gives: 'itself' }),
  ...entries(['nn.Sequential.pop'], { takes: [option('key')], mutates: 'remove-at' }),
  ...entries(['nn.Sequential.insert'], { takes: [option('index'), module], mutates: 'insert', gives: 'itself' }),
  ...entries(['nn.Sequential.extend'], { takes: [value('sequential')], mutates: 'extend', gives: 'itself' }),
  ...entries(['nn.ModuleList'], { takes: [value('modules')], gives: 'itself', empty: 'list' }),
  ...entries(['nn.ModuleDict'], { takes: [value('modules')], gives: 'itself', empty: 'dict' }),
  ...entries(['nn.ParameterList'], { takes: [value('values')], gives: 'itself', empty: 'list' }),
  ...entries(['nn.ParameterDict'], { takes: [value('parameters')], gives: 'itself', empty: 'dict' }),

  ...wrapping(['nn.DataParallel', 'nn.parallel.DataParallel'], 'device_ids output_device dim'),
  ...wrapping(['nn.parallel.DistributedDataParallel'], 'device_ids output_device dim broadcast_buffers'),

  ...entries(['nn.DataParallel.module'], { property: true, gives: 'wrapped' }),

  ...entries(['nn.parallel.data_parallel'], {
    takes: [module, value('inputs'), ...named('device_ids output_device dim module_kwargs')],
    makes: { type: 'nn.Module', wraps: 'module', on: 'inputs' },
  }),

  ...handing(['nn.utils.weight_norm', 'nn.utils.parametrizations.weight_norm'], 'name dim'),
  ...handing(['nn.utils.spectral_norm'], 'name n_power_iterations eps dim'),
  ...handing(['nn.utils.parametrizations.spectral_norm'], 'name n_power_iterations eps dim'),
  ...handing(['nn.utils.parametrizations.orthogonal'], 'name orthogonal_map use_trivialization'),
  ...handing(['nn.utils.remove_weight_norm', 'nn.utils.remove_spectral_norm'], 'name'),
  ...handing(['nn.SyncBatchNorm.convert_sync_batchnorm'], 'process_group'),
  ...entries(['compile'], { takes: [value('model'), ...named('fullgraph dynamic backend mode options disable')], gives: 'itself' }),
  ...entries(['jit.script'], { takes: [value('obj')], gives: 'itself' }),
  ...entries(['jit.trace'], { takes: [value('func'), option('example_inputs')], gives: 'itself' }),
  ...modules(['jit.load'], {}, 'f map_location'),
  ...modules(['hub.load'], {}, 'repo_or_dir model'),

  // Methods have the module as their first value, and give it back.
  ...entries(['nn.Module.forward'], { takes: [self, value('input')], gives: 'applied' }),
  ...entries(
    [
      ...['nn.Module.eval', 'nn.Module.float', 'nn.Module.half', 'nn.Module.double', 'nn.Module.bfloat16', 'nn.Module.cpu'],
      ...['nn.Module.share_memory', 'nn.Module.to', 'nn.Module.to_empty'],
    ],
    { takes: [value('self')], gives: 'itself' },
  ),
  ...entries(['nn.Module.cuda', 'nn.Module.xpu'], { takes: [value('self'), option('device')], gives: 'itself' }),
  ...entries(['nn.Module.train'], { takes: [value('self'), option('mode')], gives: 'itself' }),
  ...entries(['nn.Module.type'], { takes: [value('self'), option('dst_type')], gives: 'itself' }),
  ...entries(['nn.Module.requires_grad_'], { takes: [value('self'), option('requires_grad')], gives: 'itself' }),
  ...entries(['nn.Module.apply'], { takes: [value('self'), option('fn')], gives: 'itself', mutates: 'parts' }),

  ...entries(['nn.Module.add_module', 'nn.Module.register_module'], { takes: [option('name'), module], mutates: 'named' }),
  ...entries(['nn.Module.register_forward_hook'], { takes: [self, ...named('hook')], mutates: 'hook' }),

  // Methods that change no kind: weights may change, what the output means does not.
  ...entries(
    [
      ...['nn.Module.parameters', 'nn.Module.named_parameters', 'nn.Module.buffers', 'nn.Module.named_buffers'],
      ...['nn.Module.children', 'nn.Module.named_children', 'nn.Module.modules', 'nn.Module.named_modules'],
      ...['nn.Module.state_dict', 'nn.Module.load_state_dict', 'nn.Module.zero_grad', 'nn.Module.register_buffer'],
      ...['nn.Module.register_parameter', 'nn.Module.compile', 'nn.Module.extra_repr', 'nn.Module.get_submodule', 'nn.Module.ipu'],
      ...['nn.Module.get_parameter', 'nn.Module.get_buffer', 'nn.Module.get_extra_state', 'nn.Module.set_extra_state'],
      ...['nn.Module.register_backward_hook', 'nn.Module.register_full_backward_hook', 'nn.Module.register_forward_pre_hook'],
      ...['nn.Module.register_full_backward_pre_hook', 'nn.Module.register_state_dict_pre_hook'],
      ...['nn.Module.register_load_state_dict_pre_hook', 'nn.Module.register_load_state_dict_post_hook'],
    ],
    {},
  ),
]

function wrapping(names: readonly string[], options: string): Contract[] {
  return entries(names, { takes: [module, ...named(options)], makes: { type: 'nn.DataParallel', wraps: 'module' } })
}

function handing(names: readonly string[], options: string): Contract[] {
  return entries(names, { takes: [module, ...named(options)], gives: 'itself' })
}
