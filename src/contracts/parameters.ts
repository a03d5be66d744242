import type { Kind } from '../kinds.js'
import type { Parameter, Role } from './contract.js'

/** Writes a parameter that has a role and kinds. */
const parameter =
  (role: Role) =>
  (name: string, ...wants: Kind[]): Parameter => ({ role, name, wants })

export const prediction = parameter('prediction')
export const target = parameter('target')
export const value = parameter('value')
export const weights = (name: string): Parameter => ({ role: 'weights', name, wants: [] })
export const option = (name: string, standard?: Parameter['default']): Parameter => ({ role: 'option', name, wants: [], default: standard })

export const required = (each: Parameter): Parameter => ({ ...each, required: true })
