/**
 * Sessions of the portal: no page may hold the database for more than two seconds, and its short statements are neither
 * compiled nor given to helpers, which takes longer than they do.
 */
export const PORTAL_SETTINGS = '-c statement_timeout=2000 -c jit=off -c max_parallel_workers_per_gather=0'
