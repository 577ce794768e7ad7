import { parseArgs } from 'node:util'
import { table, torture } from './torture/run.ts'

/**
 * `npm run torture [-- --kills 20 --seed 1 --bare]`: the kills at full counts; `npm test` runs a few. Ends with 1 when
 * anything acknowledged was lost.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    bare: { type: 'boolean', default: false },
  },
})
const counts = await torture({
  subject: values.bare ? 'bare' : 'app',
  kills: Number(values.kills),
  seed: Number(values.seed),
  tell: (line) => console.log(line),
})
console.log(`\n${table(counts)}`)
const lost = counts.flatMap((count) => count.lost)
for (const line of lost) console.log(line)
process.exit(lost.length > 0 ? 1 : 0)
