const TEXT = JSON.stringify(
  Array.from({ length: 400 }, (_item, index) => ({ id: index, words: `第${index}条`, at: [index] })),
)
const TURNS = 150

/** Processor milliseconds for a fixed piece of work: how fast this machine is just now, whoever else uses it. */
export function paceMs(): number {
  const before = process.cpuUsage()
  let length = 0
  for (let turn = 0; turn < TURNS; turn += 1) length += JSON.stringify(JSON.parse(TEXT)).length
  const { user, system } = process.cpuUsage(before)
  if (length !== TEXT.length * TURNS) throw new Error('the text came back otherwise')
  return (user + system) / 1000
}
