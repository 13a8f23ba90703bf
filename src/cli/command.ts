import { OperatorError } from '#server/operator-error.ts'

/** What a command gives: printed for people, or as the one JSON document of `--json`. */
export type Answer = {
  readonly text: string
  readonly data: unknown
  /** 0 done, 1 refused or found wanting. Wrong use is thrown as `wrongUse`. */
  readonly exitCode?: 0 | 1
}

/** One file under `commands/` exports one of these as `command`; the file's name is the command's. */
export type Command = {
  readonly summary: string
  /** Lines as typed after `zhaofa`. */
  readonly usage: readonly string[]
  /** Gets the words after the command, without `--json`; `say` prints progress to stderr. */
  run(args: readonly string[], say: (sentence: string) => void): Promise<Answer>
}

/** The command was typed wrongly: exit code 2, with its usage. */
export function wrongUse(sentence: string): OperatorError {
  return new OperatorError(sentence, 2)
}
