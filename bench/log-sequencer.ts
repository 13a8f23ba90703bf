// Started by log.ts as a process of its own, as `zhaofa work` is: node log-sequencer.ts <database url> <home>
import { openNamedFolder } from '#server/blobs/named-files.ts'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import { openDatabase } from '#server/db/database.ts'
import { openLog } from '#server/log.ts'
import { runSequencer } from '#server/record-log/sequencer.ts'

const [url = '', home = ''] = process.argv.slice(2)
const { config } = readSettings({ ZHAOFA_HOME: home, LOG_LEVEL: 'error' })
const db = openDatabase({ connection: { connectionString: url } })
const blobs = { named: openNamedFolder(`${home}/blobs`) }
const sequencer = runSequencer({ db, config, blobs, clock: systemClock, log: openLog('error') })
process.on('SIGTERM', () => {
  void sequencer.close().then(() => db.close())
})
