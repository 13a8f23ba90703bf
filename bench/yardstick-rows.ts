import type { Office } from './office.ts'

/**
 * Tables of the yardsticks in the same database: as many cases, with a state and events of the sizes that one action of the
 * product just left behind, and the one function of the ceiling.
 */
export async function makeYardsticks({ owner }: Office, caseId: string, answer: unknown): Promise<void> {
  for (const text of TABLES) await owner.query({ text })
  await owner.query({
    text: `INSERT INTO bench.sample SELECT jsonb_agg(body ORDER BY seq), $2 FROM app.events
      WHERE case_id = $1 AND at = (SELECT max(at) FROM app.events WHERE case_id = $1)`,
    values: [caseId, JSON.stringify(answer)],
  })
  await owner.query({
    text: `INSERT INTO bench.cases SELECT c.id, 1, s.state FROM app.cases c, app.cases s WHERE s.id = $1`,
    values: [caseId],
  })
}

const TABLES = [
  'CREATE SCHEMA bench',
  'CREATE TABLE bench.cases (id uuid PRIMARY KEY, version int NOT NULL, state jsonb NOT NULL)',
  'CREATE TABLE bench.events (case_id uuid, seq int, body jsonb NOT NULL, PRIMARY KEY (case_id, seq))',
  'CREATE TABLE bench.sample (events jsonb NOT NULL, answer jsonb NOT NULL)',
  `CREATE FUNCTION bench.move(moved uuid, told jsonb) RETURNS int LANGUAGE plpgsql AS $$
    DECLARE found bench.cases;
    BEGIN
      SELECT * INTO found FROM bench.cases WHERE id = moved FOR UPDATE;
      INSERT INTO bench.events SELECT moved, found.version + e.ordinal, e.body
        FROM jsonb_array_elements(told) WITH ORDINALITY AS e(body, ordinal);
      UPDATE bench.cases SET version = version + jsonb_array_length(told), state = found.state || '{"moved": true}'
        WHERE id = moved;
      RETURN found.version + jsonb_array_length(told);
    END $$`,
  'GRANT USAGE ON SCHEMA bench TO zhaofa_app',
  'GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bench TO zhaofa_app',
]
