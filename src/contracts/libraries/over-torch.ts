import type { Framework } from '../framework.js'

/** A library over PyTorch: its tensors and modules are of the types of PyTorch, and so is every loss that is made, which moves between devices. */
export function overTorch({ types, ...framework }: Omit<Framework, 'types'> & Partial<Pick<Framework, 'types'>>): Framework {
  const module = { extends: 'torch#nn.Module' }
  const made = framework.entries.flatMap(({ criterion, name }) => (criterion ? [[name, module]] : []))
  return { ...framework, types: { Tensor: { extends: 'torch#Tensor' }, Module: module, ...Object.fromEntries(made), ...types } }
}
