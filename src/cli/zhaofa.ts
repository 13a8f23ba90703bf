import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, type Command, wrongUse } from './command.ts'
import { explainFault } from './explain-fault.ts'

const FOLDER = join(import.meta.dirname, 'commands')

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => undefined)
// No process.exit anywhere: output through pipes is only whole when the loop empties by itself.
process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const isJson = words.includes('--json')
  const [name, ...args] = words.filter((word) => word !== '--json')
  try {
    const answer = name === undefined || name === 'help' || name === '--help' ? await help() : await run(name, args)
    print(answer, isJson)
    return answer.exitCode ?? 0
  } catch (error) {
    return printFault(error, isJson)
  }
}

async function run(name: string, args: readonly string[]): Promise<Answer> {
  // `check code` is the file check-code.ts: the longer name wins.
  const [second, ...others] = args
  const twoWords = second === undefined ? undefined : await load(`${name}-${second}`)
  if (twoWords) return runCommand(twoWords, others)
  const command = await load(name)
  if (!command) throw wrongUse(unknownCommand(name))
  return runCommand(command, args)
}

async function runCommand(command: Command, args: readonly string[]): Promise<Answer> {
  if (args.includes('--help')) return usageOf(command)
  try {
    return await command.run(args, say)
  } catch (error) {
    throw asWrongUse(error, command)
  }
}

/** Each command is one file, loaded only when it is asked for. */
async function load(name: string): Promise<Command | undefined> {
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(join(FOLDER, `${name}.ts`))) return undefined
  const module: { command: Command } = await import(`./commands/${name}.ts`)
  return module.command
}

function commandNames(): string[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return files.map((file) => file.slice(0, -'.ts'.length)).sort()
}

function unknownCommand(name: string): string {
  const near = commandNames().filter((each) => each.startsWith(`${name}-`))
  if (near.length === 0) return `没有命令“${name}”；全部命令见 npm run -s zhaofa -- help。`
  return `命令“${name}”后面还要写明是哪一个：${near.map((each) => each.replace('-', ' ')).join('、')}。`
}

function usageOf(command: Command): Answer {
  const { summary, usage } = command
  return { text: `${summary}\n${usageLines(command)}`, data: { summary, usage } }
}

function usageLines(command: Command): string {
  return command.usage.map((line) => `  zhaofa ${line}`).join('\n')
}

/** node:util's parseArgs speaks English and knows nothing of the command. */
function asWrongUse(error: unknown, command: Command): unknown {
  const code = (error as { code?: string }).code
  if (code?.startsWith('ERR_PARSE_ARGS_')) return wrongUse(`参数不对。用法：\n${usageLines(command)}`)
  return error
}

async function help(): Promise<Answer> {
  const commands = []
  for (const name of commandNames()) {
    const command = await load(name)
    if (command) commands.push(command)
  }
  const text = commands.map((command) => `${usageLines(command)}\n      ${command.summary}`).join('\n')
  return {
    text: `昭法的命令（加 --json 得到一个 JSON 文档）：\n${text}`,
    data: commands.map((command) => usageOf(command).data),
  }
}

function print(answer: Answer, isJson: boolean): void {
  const text = isJson ? JSON.stringify(answer.data, undefined, 2) : answer.text
  if (text) process.stdout.write(`${text}\n`)
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

function printFault(error: unknown, isJson: boolean): number {
  const fault = explainFault(error)
  if (!fault) {
    say(`程序出错，请把下面的内容报告给维护者：\n${error instanceof Error ? error.stack : String(error)}`)
    return 1
  }
  say(fault.message)
  if (isJson) print({ text: '', data: { error: fault.message } }, true)
  return fault.exitCode
}
