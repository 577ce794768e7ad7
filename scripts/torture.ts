import { parseArgs } from 'node:util'
import { simulate, told } from './simulation/simulate.ts'
import { table, torture } from './torture/run.ts'

/**
 * `npm run torture [-- --kills 20 --phase-kills 50 --simulations 2000 --seed 1 --bare]`: the kills and the simulated meetings at full
 * counts; `npm test` runs a few. Ends with 1 when anything acknowledged was lost or a rule was broken.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    'phase-kills': { type: 'string', default: '50' },
    simulations: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    bare: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const runs = Number(values.simulations)
console.log(`simulated meetings, ${runs} from seed ${seed}`)
const { broken } = simulate({ from: seed, runs })
for (const one of broken) console.log(told(one))
console.log(`${runs} simulated, ${broken.length} broke a rule\n`)
if (Number(values.kills) + Number(values['phase-kills']) === 0) process.exit(broken.length > 0 ? 1 : 0)
const counts = await torture({
  subject: values.bare ? 'bare' : 'app',
  kills: Number(values.kills),
  phaseKills: Number(values['phase-kills']),
  seed,
  tell: (line) => console.log(line),
})
console.log(`\n${table(counts)}`)
const lost = counts.flatMap((count) => count.lost)
for (const line of lost) console.log(line)
process.exit(lost.length > 0 || broken.length > 0 ? 1 : 0)
