/** Reads in flight at once: enough to hide the way to a far server, few enough to be polite. */
const AHEAD = 8

/** What `read` gives for each key, in their order, while the next few are already being read. */
export async function* readAhead<Key, Value>(
  keys: Iterable<Key>,
  read: (key: Key) => Promise<Value>,
): AsyncGenerator<Value> {
  const flying: Promise<Value>[] = []
  for (const key of keys) {
    const reading = read(key)
    // It is awaited in its turn; until then a failure is nobody's unhandled rejection.
    reading.catch(() => undefined)
    flying.push(reading)
    if (flying.length >= AHEAD) yield await (flying.shift() as Promise<Value>)
  }
  for (const reading of flying) yield await reading
}
