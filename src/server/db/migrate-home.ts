import type { Settings } from '../config.ts'
import type { Connected } from './connect.ts'
import { openDatabase } from './database.ts'
import { type MigrationReport, migrate } from './migrate.ts'
import { getOrMakeSecret } from './secrets.ts'

/** Migrates the connected database as its owner; roles whose connection was not given get a password of this home. */
export async function migrateHome(settings: Settings, connected: Connected): Promise<MigrationReport> {
  const { secrets, config } = settings
  const owner = openDatabase({ connection: connected.connectionFor('owner'), max: 3 })
  try {
    return await migrate(owner, {
      app: secrets.databaseUrlApp ? undefined : getOrMakeSecret(config.home, 'database-app'),
      portal: secrets.databaseUrlPortal ? undefined : getOrMakeSecret(config.home, 'database-portal'),
    })
  } finally {
    await owner.close()
  }
}
