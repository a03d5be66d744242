import { Command, Help, InvalidArgumentError, Option } from 'commander'
import { strengths } from '../claims.js'
import { formats } from '../reporters/reporter.js'
import { version } from '../version.js'
import type { Output } from './format.js'
import type { Outcome } from './outcome.js'

const severities = ['off', 'warn', 'error']

type Done = (outcome: Outcome) => void

/** The command line's grammar. Each command is loaded when it is called: help and version start at once. */
export function createProgram(done: Done): Command {
  const program = new Command('ce-lint')
    .description('Finds misuse of cross-entropy losses in Python, notebooks, JavaScript and TypeScript.')
    .usage('[check] [options] [paths...]')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .version(version, '-v, --version', 'show the version')
    .configureHelp({ optionDescription: ({ description }) => description, padWidth, formatItem })
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${text.replace(/^error: /, 'ce-lint: ')}${whereHelpIs(text)}`) })
  checkCommand(program, done)
  listCommands(program, done)
  reportCommands(program, done)
  setupCommands(program, done)
  return program.addHelpText('after', examples)
}

/** For what is not known or left out, and where no nearest name is told. */
function whereHelpIs(error: string): string {
  return /^error: (?:unknown|missing)/.test(error) && !error.includes('Did you mean')
    ? '("ce-lint --help" lists commands and options)\n'
    : ''
}

/** A column that leaves the descriptions half of a narrow terminal. */
const widest = 31

function padWidth(command: Command, help: Help): number {
  return Math.min(widest, Help.prototype.padWidth.call(help, command, help))
}

/** What is wider than its column stands above its description. */
function formatItem(term: string, width: number, description: string, help: Help): string {
  const item = (each: string) => Help.prototype.formatItem.call(help, each, width, description, help)
  return help.displayWidth(term) > width && description ? `  ${term}\n${item('')}` : item(term)
}

const examples = `
Exit codes:
  0  nothing at error level, warnings within --max-warnings
  1  findings
  2  wrong options, unreadable config, nothing to lint, or a fault of ce-lint itself

Examples:
  ce-lint src                              lint a folder
  ce-lint train.py notebooks/              lint a file and a folder
  ce-lint --rule bounded-logits:off src    switch a rule off
  ce-lint -f sarif -o ce-lint.sarif        for code scanning
  ce-lint explain probabilities-as-logits  what a rule finds, and why it matters
  ce-lint init                             write a config for this project

"ce-lint explain" has the page of every rule; README.md in the package tells the rest.`

function checkCommand(program: Command, done: Done): void {
  ruleOptions(program.argument('[paths...]', 'files and folders to lint; "-" is standard input'))
    .optionsGroup('Configuration:')
    .option('--print-config <file>', 'print the config that holds for a file, and lint nothing')
    .option('--init', 'the same as the command init')
    .optionsGroup('Scope:')
    .option('--stdin', 'lint standard input')
    .option('--stdin-filename <path>', 'what standard input stands for, such as train.py (default: stdin.ts)')
    .option('--no-error-on-unmatched-pattern', 'do not fail when a path does not exist or holds no source file')
    .option('--changed', 'report what touches files that differ from the last commit, new ones too')
    .option('--since <ref>', 'report what touches files that have changed since this commit or branch was left')
    .option('--staged', 'report what touches files that are staged')
    .option('--ignore-pattern <glob>', 'leave out what this pattern of .gitignore names (repeatable)', each)
    .option('--no-ignore', 'leave nothing out: heed neither .gitignore nor "ignores" nor --ignore-pattern')
  program
    .optionsGroup('Baseline:')
    .option('--suppress-all', 'accept all findings for the time being: write them to the baseline')
    .option('--suppress-rule <name>', 'the same for the findings of this rule (repeatable)', list)
    .option('--prune-suppressions', 'remove what is no longer needed from the baseline')
    .option('--suppressions-location <file>', 'the baseline (default: ce-lint-suppressions.json, here or further up)')
    .option('--pass-on-unpruned-suppressions', 'do not fail when the baseline holds what is no longer needed')
  program
    .optionsGroup('Comments:')
    .addOption(
      choice(
        '--report-unused-disable-directives-severity <level>',
        'off, warn or error for comments without effect (default: warn)',
        severities,
      ),
    )
    .option('--no-inline-config', 'let no comment switch a rule off')
  program
    .optionsGroup('Fixes:')
    .option('--fix', 'apply the safe fixes: those that change no output but the loss value')
    .option('--unsafe-fixes', 'with --fix, --fix-dry-run or --diff: also those that change training or what the model gives')
    .option('--fix-dry-run', 'report as after --fix, and write nothing')
    .option('--diff', 'print what --fix would change, and write nothing')
  outputOptions(levelOptions(program))
    .option('--stats', 'say on standard error how long each part took')
    .option('--trace <file:line>', 'show how the verdict of the loss calls there was reached, step by step')
    .action(async (paths: string[], options) => {
      if (options.init) return done(await (await import('./init.js')).init(process.cwd()))
      const { check } = await import('./check.js')
      const commands = program.commands.map((command) => command.name())
      done(await check(paths[0] === 'check' ? paths.slice(1) : paths, { ...options, commands }))
    })
}

function ruleOptions(command: Command): Command {
  return command
    .optionsGroup('Configuration:')
    .option('-c, --config <file>', 'use this config file')
    .option('--no-config-lookup', 'do not look for config files')
    .option('--no-executable-config', 'refuse config files that are code: for pull requests of strangers')
    .optionsGroup('Rules:')
    .option('--rule <name:level>', 'set a rule to off, info, warning or error (repeatable)', list)
    .option('--only <rule>', 'run only this rule (repeatable)', list)
    .option('--skip <rule>', 'leave this rule out (repeatable)', list)
    .addOption(choice('--min-certainty <level>', 'report from this certainty on: possible, likely or proved (default: likely)', strengths))
}

function levelOptions(command: Command): Command {
  return command
    .optionsGroup('Levels:')
    .option('--max-warnings <n>', 'fail when there are more warnings', count)
    .option('--exit-zero', 'exit with 0 although there are findings')
    .option('--strict', 'fail when a file cannot be read or parsed')
}

function outputOptions(command: Command): Command {
  const outputs: Output[] = []
  const set = (output: Partial<Output>, free: (last: Output) => boolean) => {
    const last = outputs.at(-1)
    if (last && free(last)) Object.assign(last, output)
    else outputs.push(output)
    command.setOptionValue('outputs', outputs)
  }
  return command
    .optionsGroup('Output:')
    .addOption(
      choice('-f, --format <name>', `${listed(formats)} (default: pretty on a terminal; repeatable)`, formats, (format) =>
        set({ format: format === 'json-v1' ? 'json' : format }, (last) => last.format === undefined),
      ),
    )
    .option('-o, --output-file <file>', 'write the format before it there instead of to standard output (repeatable)', (file) =>
      set({ file }, (last) => last.file === undefined),
    )
    .option('--color', 'colour although the output is no terminal')
    .option('--no-color', 'no colour')
    .option('--quiet', 'report errors only')
    .option('--unknown', 'list the loss calls that were not understood')
    .option('--debug', 'say more when something goes wrong')
}

/** An option with few values, which are there for the shells to complete: the run itself refuses others, with the nearest name. */
function choice(flags: string, description: string, names: readonly string[], parse: (text: string) => unknown = String): Option {
  return new Option(flags, description).choices(names).argParser(parse)
}

function listCommands(program: Command, done: Done): void {
  program.commandsGroup('Other commands:')
  jsonOption(program.command('explain <name>').description('explain a rule, a kind or a contract')).action(async (name, options) => {
    const { explain } = await import('./explain.js')
    done(await explain(name, options))
  })
  jsonOption(program.command('rules').description('list the rules')).action(async (options) => {
    const { listRules } = await import('./lists.js')
    done(await listRules(options))
  })
  jsonOption(program.command('contracts').description('list the losses that are known'))
    .option('--all', 'operations, layers and models too')
    .action(async (options) => {
      const { listContracts } = await import('./lists.js')
      done(await listContracts(options))
    })
}

function setupCommands(program: Command, done: Done): void {
  program
    .command('init')
    .description('look at the project and write a config with comments; nothing is overwritten')
    .action(async () => {
      const { init } = await import('./init.js')
      done(await init(process.cwd()))
    })
  program
    .command('completion <shell>')
    .description('print the script that completes this command line in bash, zsh or fish')
    .addHelpText('after', completionExamples)
    .action(async (shell) => {
      const { completion } = await import('./completion.js')
      done(completion(program, shell))
    })
}

const completionExamples = `
Examples:
  eval "$(ce-lint completion bash)"      in ~/.bashrc
  source <(ce-lint completion zsh)       in ~/.zshrc, after compinit
  ce-lint completion fish | source       in ~/.config/fish/config.fish`

function jsonOption(command: Command): Command {
  const format = choice('-f, --format <name>', 'text (default) or json', ['text', 'json']).default('text')
  return command.addOption(format).option('--color', 'colour always').option('--no-color', 'no colour')
}

function reportCommands(program: Command, done: Done): void {
  const render = program.command('render <report>').description('print a stored JSON report again; it judges nothing, so it exits with 0')
  pageOption(outputOptions(render)).action(async (file, options) => {
    const { render } = await import('./render.js')
    done(await render(file, options))
  })
  const inspect = program
    .command('inspect [files...]')
    .description('judge stored tensors: .npy, .npz, .safetensors, .json or .csv files with a prediction and a target')
    .addHelpText('after', inspectExamples)
    .optionsGroup('Tensors:')
    .option('--loss <name>', 'the loss that they were given to, when the file does not say')
    .option('--prediction <tensor>', 'a name in the file, another file, or FILE:NAME (default: logits, input, output, …)')
    .option('--target <tensor>', 'the same of the target (default: target, labels, y, …)')
    .option('--weight <tensor>', 'the same of weights of classes or rows (default: weights, weight, …)')
    .option('--option <name=value>', 'an option that the loss was given, such as ignore_index=255 (repeatable)', list)
  ruleOptions(inspect)
  pageOption(outputOptions(levelOptions(inspect))).action(async (files, options) => {
    const { inspect } = await import('./inspect.js')
    done(await inspect(files, options))
  })
}

const inspectExamples = `
Examples:
  ce-lint inspect batch.npz --loss torch.nn.CrossEntropyLoss
  ce-lint inspect --prediction logits.npy --target labels.npy --loss F.cross_entropy
  ce-lint inspect batch.npz --loss F.cross_entropy --html report.html

A batch of PyTorch is saved by
  np.savez("batch.npz", logits=logits.detach().float().cpu().numpy(), target=target.cpu().numpy())`

function pageOption(command: Command): Command {
  return command.option('--html <file>', 'also write a page with pictures, which needs nothing else to be looked at')
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** Repeatable, and a list with commas. */
function list(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), ...text.split(',').filter((each) => each !== '')]
}

/** Repeatable; patterns may hold commas. */
function each(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text]
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a whole number.')
  return Number(text)
}
