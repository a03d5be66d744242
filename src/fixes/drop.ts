import { root } from '../infer/context.js'
import { optionsOf } from '../infer/value.js'
import type { Place } from '../place.js'
import type { Fix } from '../report.js'
import { type Applied, appliedNear, placeOfActivation, placesOfActivations } from './activation.js'
import { dropCall } from './drop-call.js'
import { dropLayer } from './drop-layer.js'
import { isWrittenInPlace } from './in-place.js'
import { redundant, shown, wordFor } from './left-out.js'
import { isFree } from './readers.js'
import { isMadeAnew, isReckoned } from './reckoned.js'
import { fixOf, type Site, together, type Written, writtenIn } from './site.js'
import { instead, isName } from './surgery.js'
import { isPython } from './texts.js'
import { isUnchanged } from './unchanged.js'

/** Hands the loss what the activation was given: another value where there is one, else without the activation. */
export function drop(site: Site, which?: 'first' | 'second' | 'bound'): Fix[] {
  const made = placeOfActivation(site, which)
  if (!made) return which ? [] : everywhere(site)
  const applied = appliedNear(site, made)
  if (applied) {
    const fixes = applied.named ? withName(site, applied) : within(site, applied)
    return isChoice(site, applied, which) ? fixes.map((fix) => ({ ...fix, safe: false })) : fixes
  }
  return without(site, made)
}

/** Whether another than the user may not know if this is what is too much: one of two that differ, or a limit. */
function isChoice(site: Site, { node }: Applied, which: 'first' | 'second' | 'bound' | undefined): boolean {
  if (which === 'bound') return wordFor(site, node) === 'limit'
  const twice = site.use.arguments.prediction?.facts.twice
  return which !== undefined && twice?.first.toLowerCase() !== twice?.second.toLowerCase()
}

/** The activation where it is written, elsewhere than near the loss. */
function without(site: Site, made: Place): Fix[] {
  const argument = site.written?.args.prediction
  if (argument && isReckoned(site, argument.node)) return []
  return dropLayer(site, made) ?? dropCall(site, made)
}

/** The activations on all ways to the loss at once. */
function everywhere(site: Site): Fix[] {
  const places = placesOfActivations(site)
  const fixes = places.map((made) => without(site, made)[0])
  return places.length > 1 && places.length <= mostPlaces ? together(fixes) : []
}

const mostPlaces = 4

function within(site: Site, applied: Applied): Fix[] {
  const { call, input, node } = applied
  const title = `Pass ${shown(input)} without the ${wordFor(site, node)}`
  return asFarAsKnown(site, applied, fixOf(title, !isWrittenInPlace(site, node), [call.at, instead(call, input.text)]))
}

/** What an activation is applied to may not be understood: then the loss is not either, once the activation is left out. */
function asFarAsKnown({ engine }: Site, { inputNode }: Pick<Applied, 'inputNode'>, fixes: Fix[]): Fix[] {
  const values = optionsOf(engine.question(() => engine.evaluate(inputNode, root)))
  if (values.every((value) => value.is === 'tensor' && value.claims.length > 0)) return fixes
  return fixes.map((fix) => ({ ...fix, title: `${fix.title}; what it holds was not understood`, safe: false, leaves: 'unknown' }))
}

function withName(site: Site, applied: Applied): Fix[] {
  const { call, input, named } = applied
  const argument = writtenIn(site, site.written!.args.prediction!.span)
  if (!argument || !named) return []
  const what = wordFor(site, applied.node)
  const without = (safe: boolean) => fixOf(`Leave out the ${what} of \`${named.name}\``, safe, [call.at, instead(call, input.text)])
  const other = input.text !== named.name
  const passing = !isName(input.text)
    ? earlier(site, applied, argument)
    : isUnchanged(site, applied)
      ? fixOf(`Pass \`${input.text}\` instead of \`${argument.text}\``, true, [argument.at, { ...argument, by: input.text }])
      : []
  const fixes =
    named.readers > 0
      ? [...passing, ...(other ? without(false) : redundant(call, what))]
      : isName(input.text)
        ? [...passing, ...(other ? without(isUnchanged(site, applied)) : redundant(call, what))]
        : without(isMadeAnew(site, applied.inputNode) || isUnchanged(site, applied))
  return asFarAsKnown(site, applied, fixes)
}

/** Gives what the activation is applied to a name, and passes that. */
function earlier(site: Site, applied: Applied, argument: Written): Fix[] {
  const { call, input, named } = applied
  if (!named || input.text.includes('\n') || !isUnchanged(site, applied)) return []
  const shared = applied.node.owner === null
  const name = ['logits', 'scores', 'rawScores', 'raw_scores'].find((each) => isFree(site, call.at.file, each, shared))
  if (!name) return []
  const ending = call.whole.slice(call.end).match(/^[ \t]*;/) ? ';' : ''
  const eol = call.whole.includes('\r\n') ? '\r\n' : '\n'
  const keyword = isPython(call.at.file) ? '' : 'const '
  const statement = `${named.indent}${keyword}${name} = ${input.text}${ending}${eol}`
  return fixOf(
    `Keep the raw scores as \`${name}\`, and pass them`,
    true,
    [call.at, { whole: call.whole, start: named.line, end: named.line, by: statement }],
    [call.at, { ...input, by: name }],
    [argument.at, { ...argument, by: name }],
  )
}
