import type { Contract, Parameter } from './contract.js'

/** A contract as it was in a version of the library; as it is now where no version is known. */
export function ofVersion(contract: Contract, version: string | undefined): Contract {
  if (version === undefined || !contract.takes.some(({ since }) => since)) return contract
  return { ...contract, takes: contract.takes.map((parameter) => parameterOf(parameter, version)) }
}

function parameterOf(parameter: Parameter, version: string): Parameter {
  const { since = {}, wants } = parameter
  return { ...parameter, wants: wants.filter((kind) => !isBefore(version, since[kind] ?? '0')) }
}

/** Whether a version comes before another, both numbers with dots. */
function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) < 0
}
