import { join } from 'node:path'
import { firstLoads, weigh } from './weigh/first-load.ts'

/** `npm run weigh`: what each page makes a browser fetch before it stands, file by file. */
const dist = join(import.meta.dirname, '../packages/web/dist')

for (const [page, { budgetKB, starts }] of Object.entries(firstLoads)) {
  const { kB, files } = weigh(dist, starts)
  console.log(`\n${page}: ${kB.toFixed(1)} kB of ${budgetKB}${kB > budgetKB ? ' — over' : ''}`)
  for (const { file, kB } of files) console.log(`  ${kB.toFixed(1).padStart(6)}  ${file}`)
}
