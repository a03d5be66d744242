import type { Catalog } from './catalog.js'
import type { Contract } from './contract.js'

/** A catalogue that remembers which contracts were looked up, to tell of the user's that describe nothing. */
export function noticing(catalog: Catalog): { catalog: Catalog; isNoticed(contract: Contract): boolean } {
  const noticed = new Set<Contract>()
  const note = (found: Contract | undefined) => {
    if (found) noticed.add(found)
    return found
  }
  return {
    catalog: {
      ...catalog,
      byId: (id) => note(catalog.byId(id)),
      lookup: (pkg, path) => note(catalog.lookup(pkg, path)),
      method: (pkg, type, name) => note(catalog.method(pkg, type, name)),
      byUser: (file, name) => note(catalog.byUser(file, name)),
    },
    isNoticed: (contract) => noticed.has(contract),
  }
}
