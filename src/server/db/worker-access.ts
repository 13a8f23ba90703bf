import { Logger, runMigrations } from 'graphile-worker'
import type { Database } from './database.ts'
import { APP_ROLE } from './roles.ts'

/** The worker's own schema, installed by the owner; its talk is left out. */
export async function installWorker(owner: Database): Promise<void> {
  const silent = new Logger(() => () => undefined)
  await runMigrations({ pgPool: owner.pool, logger: silent })
}

/**
 * The worker's tables have row security without a policy: with every grant the app role could
 * neither add a job nor run one, and would not be told. Each table gets a policy for the app role.
 */
export async function openWorkerToApp(owner: Database): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.query({ text: GRANTS })
    const { rows } = await tx.query<{ table: string }>({ text: TABLES_WITHOUT_POLICY })
    for (const { table } of rows) {
      await tx.query({ text: `CREATE POLICY zhaofa_app ON ${table} TO ${APP_ROLE} USING (true) WITH CHECK (true)` })
    }
  })
}

const GRANTS = `
  GRANT USAGE ON SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${APP_ROLE};
`

const TABLES_WITHOUT_POLICY = `
  SELECT c.oid::regclass::text AS "table"
  FROM pg_class c
  WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
    AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'zhaofa_app')
  ORDER BY 1
`
