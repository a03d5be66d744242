import type { Command, Option } from 'commander'
import { rules } from '../../rules/index.js'
import { Misuse } from '../config/misuse.js'
import { unknownName } from '../config/unknown-name.js'
import type { Outcome } from './outcome.js'

const shells = { bash, zsh, fish }

/** A script that completes the command line in a shell, made from the parser's own table. Throws `Misuse` for other shells. */
export function completion(program: Command, shell: string): Outcome {
  const names = Object.keys(shells)
  if (!Object.hasOwn(shells, shell)) throw new Misuse(`completion: ${unknownName(shell, 'shell', names)} (${names.join(', ')})`)
  return { code: 0, text: `${shells[shell as keyof typeof shells](tableOf(program))}\n` }
}

/** What can be written after the program's name, and after a command's. */
interface Table {
  commands: readonly { name: string; description: string }[]
  /** By command; the options without a command stand under an empty name. */
  options: Readonly<Record<string, readonly Option[]>>
}

function tableOf(program: Command): Table {
  const help = program.createHelp()
  const commands = help.visibleCommands(program).filter((command) => command.name() !== 'help')
  const options = [program, ...commands].map((each) => [each === program ? '' : each.name(), help.visibleOptions(each)] as const)
  return {
    commands: commands.map((each) => ({ name: each.name(), description: each.description() })),
    options: Object.fromEntries(options),
  }
}

/** The values of an option that has few, with spaces between; those of others are files, or the user's own words. */
function choices({ argChoices, flags }: Option): string {
  return (argChoices ?? (flags.endsWith('<rule>') ? rules.map(({ name }) => name) : [])).join(' ')
}

function spellings(option: Option): string[] {
  return [option.short, option.long].filter((each) => each !== undefined)
}

const takesValue = (option: Option) => option.required || option.optional

function bash({ commands, options }: Table): string {
  const names = commands.map(({ name }) => name)
  const lists = Object.entries(options).map(([name, all]) => `    ${name || '*'}) options="${all.flatMap(spellings).join(' ')}" ;;`)
  const valued = Object.entries(options).flatMap(([name, all]) =>
    all.filter((option) => choices(option) !== '').map((option) => `    ${pairs(name, option)}) words="${choices(option)}" ;;`),
  )
  const files = [...new Set(Object.values(options).flat().filter(takesValue).flatMap(spellings))]
  return `_ce_lint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" options="" words=""
  COMPREPLY=()
  case " ${names.join(' ')} " in *" \${COMP_WORDS[1]} "*) [ "$COMP_CWORD" -gt 1 ] && command="\${COMP_WORDS[1]}" ;; esac
  case "$command" in
${last(lists).join('\n')}
  esac
  case "$command:$previous" in
${valued.join('\n')}
  esac
  case "$previous" in
    ${files.join('|')}) [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$current")); return ;;
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) [ "$COMP_CWORD" -eq 1 ] && COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$current")) ;;
  esac
}
complete -o bashdefault -o default -F _ce_lint ce-lint`
}

/** The case for everything else is the program's own, which comes first in the table. */
function last([own, ...commands]: readonly string[]): (string | undefined)[] {
  return [...commands, own]
}

function pairs(command: string, option: Option): string {
  return spellings(option)
    .map((each) => `${command}:${each}`)
    .join('|')
}

function zsh({ commands, options }: Table): string {
  const spec = (option: Option) => {
    const text = option.description.replace(/[[\]:]/g, '\\$&')
    const value = takesValue(option) ? `:value:${choices(option) ? `(${choices(option)})` : '_files'}` : ''
    return spellings(option).map((each) => `      ${quoted(`*${each}[${text}]${value}`)}`)
  }
  const cases = Object.entries(options).map(
    ([name, all]) => `    ${name || '*'}) _arguments \\\n${[...all.flatMap(spec), "      '*:file:_files'"].join(' \\\n')} ;;`,
  )
  return `#compdef ce-lint
_ce_lint() {
  local -a commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then _describe command commands; _files; return; fi
  case $words[2] in
${last(cases).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_ce_lint" ]; then _ce_lint "$@"; else compdef _ce_lint ce-lint; fi`
}

function fish({ commands, options }: Table): string {
  const names = commands.map(({ name }) => name).join(' ')
  const first = commands.map(
    ({ name, description }) => `complete -c ce-lint -n '__fish_is_first_token' -a ${name} -d ${quoted(description)}`,
  )
  const lines = Object.entries(options).flatMap(([name, all]) => {
    const when = name === '' ? `not __fish_seen_subcommand_from ${names}` : `__fish_seen_subcommand_from ${name}`
    return all.map((option) => {
      const short = option.short ? ` -s ${option.short.slice(1)}` : ''
      const value = takesValue(option) ? (choices(option) ? ` -x -a ${quoted(choices(option))}` : ' -r') : ''
      return `complete -c ce-lint -n ${quoted(when)}${short} -l ${option.long?.slice(2)}${value} -d ${quoted(option.description)}`
    })
  })
  return [...first, ...lines].join('\n')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
