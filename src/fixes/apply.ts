import { frameworkNamed } from '../contracts/catalog.js'
import { activationFunctions, axisKeywords } from '../contracts/counterparts.js'
import type { Kind } from '../kinds.js'
import type { Fix } from '../report.js'
import { argumentOf, contractOfLayer, lastLayer } from './layer.js'
import { spelled } from './names.js'
import { fixOf, type Site, writtenIn } from './site.js'
import { isPython } from './texts.js'
import { classAxis } from './variant.js'

/** Adds the activation that gives a kind of scores: around what the loss is given in its call, else to the last layer of the model. */
export function apply(site: Site, gives: Kind): Fix[] {
  return site.written ? around(site, gives) : inLayer(site, gives)
}

function around(site: Site, gives: Kind): Fix[] {
  const { package: pkg } = site.use.contract
  const name = activationFunctions[pkg]?.[gives]
  const argument = site.written?.args.prediction
  const written = argument && writtenIn(site, argument.span)
  const by = written && name && spelled(site, written.at.file, `${pkg}#${name}`)
  if (!by || !written || argument.keyword === '') return []
  const keyword = axisKeywords[pkg]
  const axis = keyword && gives !== 'probabilities' ? `, ${keyword}=${classAxis(site)}` : ''
  return fixOf(`Apply \`${name.split('.').at(-1)}\` to it`, true, [written.at, { ...written, by: `${by}(${written.text}${axis})` }])
}

function inLayer(site: Site, gives: Kind): Fix[] {
  const layer = lastLayer(site)
  const contract = layer && contractOfLayer(site, layer.call)
  const activation = contract?.makes?.activation
  const written = layer && writtenIn(site, layer.call.span)
  const names = Object.entries(frameworkNamed(contract?.package ?? '')?.activations ?? {})
  const name = ['softmax', 'sigmoid'].find((each) => names.some(([known, made]) => known === each && made.gives === gives))
  if (!activation || !written || !name || layer.call.args.some(({ spread, keyword }) => spread || keyword === '')) return []
  const title = `Give the last layer the activation \`${name}\``
  const quote = written.text.includes('"') && !written.text.includes("'") ? '"' : isPython(written.at.file) ? '"' : "'"
  const given = argumentOf(site, layer.id, activation.option)
  if (given)
    return /^(?:(['"])linear\1|None|null)$/.test(given.text)
      ? fixOf(title, false, [given.at, { ...given, by: `${quote}${name}${quote}` }])
      : []
  const sign = contract.config ? ': ' : '='
  const close = /(\s*,)?\s*\}?\s*\)$/.exec(written.text)
  const at = close && written.start + close.index
  const text = `${activation.option}${sign}${quote}${name}${quote}`
  return at ? fixOf(title, false, [written.at, { whole: written.whole, start: at, end: at, by: `, ${text}` }]) : []
}
