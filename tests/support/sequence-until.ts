// A process that sequences the record log and kills itself at a step: node sequence-until.ts <database url> <home> <step>
import { openDatabase } from '#server/db/database.ts'
import { runSequencer } from '#server/record-log/sequencer.ts'
import { logContext } from './record-log.ts'

const [url = '', home = '', fatal = ''] = process.argv.slice(2)
const db = openDatabase({ connection: { connectionString: url } })
runSequencer(logContext(db, home), {
  pollMs: 20,
  after: (step) => {
    if (step === fatal) process.kill(process.pid, 'SIGKILL')
  },
})
