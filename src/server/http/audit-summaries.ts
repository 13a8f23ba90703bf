const summaries = new Map<string, string>()

/** Remembers what an endpoint says of itself under the name by which the audit knows it; of several, the first. */
export function rememberSummary(audit: string, summary: string): void {
  if (!summaries.has(audit)) summaries.set(audit, summary)
}

/** What the endpoint with this audit name does, in words; undefined for names that jobs write. */
export const summaryOfAudit = (audit: string): string | undefined => summaries.get(audit)
