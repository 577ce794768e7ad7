import { parseArgs } from 'node:util'
import { appAlone } from './app-alone.ts'
import { checking } from './checking.ts'
import { comments } from './comments.ts'
import { evidence } from './evidence.ts'
import { MOST_HARNESS_CPU, type Row, type Run, summarise, table } from './figures.ts'
import { ideas } from './ideas.ts'
import { layingOut } from './laying-out.ts'
import { opening } from './opening.ts'
import { type Pinning, pinHarness } from './pinning.ts'
import { room } from './room.ts'
import { search } from './search.ts'
import { openOurs, openPeer, type Side } from './sides.ts'
import { typing } from './typing.ts'

/**
 * `npm run bench [-- NAME …] [--repeats 5]` prints the table of budgets (docs: ARCHITECTURE). Where Hocuspocus' own
 * server can do the same, the two sides take turns, so that a noisy minute falls on both.
 */
type Bench = { rows(run: { pinning: Pinning; repeats: number }): Promise<Row[]> }

const onePen = { typists: 1, readers: 60, editsPerSecond: 10, seconds: 8, probes: 60, isBesideInserts: true }
const allPens = { typists: 60, readers: 0, editsPerSecond: 2.5, seconds: 8, probes: 4 }

const benches: Record<string, Bench> = {
  app: {
    async rows({ pinning, repeats }) {
      const runs = await appAlone(pinning, repeats)
      return [
        { measure: 'start to ready, installed', unit: 'ms', budget: 2000, ours: summarise(runs, 'startMs') },
        {
          measure: 'idle memory (PSS), app and database',
          unit: 'MB',
          budget: 200,
          ours: summarise(runs, 'idleMB'),
        },
        { measure: 'idle memory (PSS), app alone', unit: 'MB', budget: null, ours: summarise(runs, 'appMB') },
      ]
    },
  },
  checks: {
    async rows({ repeats }) {
      const runs = await checking(repeats)
      return [
        {
          measure: 'check six pages after an edit (warm)',
          unit: 'ms',
          budget: 300,
          ours: summarise(runs, 'warmMs'),
        },
        {
          measure: 'check six pages, nothing remembered',
          unit: 'ms',
          budget: null,
          ours: summarise(runs, 'coldMs'),
        },
        {
          measure: 'foreword check, whole command',
          unit: 'ms',
          budget: 1500,
          ours: summarise(runs, 'commandMs'),
        },
      ]
    },
  },
  layout: {
    async rows({ pinning, repeats }) {
      const runs = await layingOut(pinning, repeats)
      const row = { unit: 'ms', budget: 50 } as const
      return [
        { ...row, measure: 'page layout after an edit in six pages, p50', ours: summarise(runs, 'p50') },
        { ...row, measure: 'page layout after an edit in six pages, p95', ours: summarise(runs, 'p95') },
      ]
    },
  },
  open: {
    async rows(run) {
      const cold = await takeTurns(run, (side) => opening(side, { isCold: true }), { isAlone: true })
      const warm = await takeTurns(run, (side) => opening(side, { isCold: false }))
      return [
        {
          measure: 'open a six-page draft from disk, p50',
          unit: 'ms',
          budget: 10,
          ours: summarise(cold.ours, 'p50'),
        },
        { ...both('open a six-page draft that others are in, p50', warm, 'p50'), budget: 10 },
      ]
    },
  },
  room: {
    async rows({ pinning, repeats }) {
      const runs = await room(pinning, repeats)
      const row = (
        measure: string,
        figure: string,
        unit: Row['unit'],
        budget: number | null = null,
      ): Row => ({
        measure,
        unit,
        budget,
        ours: summarise(runs, figure),
      })
      return [
        row('200 readers join one edition, cold', 'joinMs', 'ms', 2000),
        row('CPU of the app for it', 'joinCpuMs', 'ms'),
        row('sent to each by then', 'joinKB', 'kB'),
        row('a beacon of progress, 25 a second, p95', 'beaconP95', 'ms'),
        row('a sealed question, 50 a second, p95', 'askP95', 'ms'),
        row('400 questions revealed to the last of 200', 'revealMs', 'ms', 1000),
        row('CPU of the app for it', 'revealCpuMs', 'ms'),
        row('sent to each by the reveal', 'revealKB', 'kB'),
        row('an act of the discussion to the last of 200, p50', 'actP50', 'ms'),
        row('the same, p95', 'actP95', 'ms'),
        row('sent to each by an act', 'actKB', 'kB'),
        row('CPU of the app in such a meeting', 'cpuMs', 'ms'),
        row('memory of the app (PSS) at its end', 'memoryMB', 'MB'),
      ]
    },
  },
  comments: {
    async rows({ pinning, repeats }) {
      const runs = await comments(pinning, repeats)
      const row = { unit: 'ms', budget: 30 } as const
      return [
        { ...row, measure: 'a draft’s 100 of 100,000 comments, p95', ours: summarise(runs, 'draftP95') },
        { ...row, measure: 'threads that ask me, p95', ours: summarise(runs, 'deskP95') },
        { ...row, measure: 'a page of 10,000 questions of one idea, p95', ours: summarise(runs, 'askedP95') },
        { ...row, measure: 'how many there are of each, by a word, p95', ours: summarise(runs, 'countsP95') },
      ]
    },
  },
  evidence: {
    async rows({ pinning, repeats }) {
      const runs = await evidence(pinning, repeats)
      const row = { unit: 'ms' } as const
      const of100 = 'of 100,000 pieces of evidence'
      return [
        { ...row, budget: 30, measure: `the first page ${of100}, p95`, ours: summarise(runs, 'firstP95') },
        {
          ...row,
          budget: 30,
          measure: `a page far down, by two filters, p95`,
          ours: summarise(runs, 'deepP95'),
        },
        { ...row, budget: 30, measure: `the page of that idea, p95`, ours: summarise(runs, 'pageP95') },
        { ...row, budget: null, measure: 'a table of 5,000 brought in', ours: summarise(runs, 'importMs') },
      ]
    },
  },
  ideas: {
    async rows({ pinning, repeats }) {
      const runs = await ideas(pinning, repeats)
      const row = { unit: 'ms', budget: 30 } as const
      const of10000 = 'of 10,000 ideas, two thirds yours to read'
      return [
        { ...row, budget: null, measure: `a page of 200 ${of10000}, p95`, ours: summarise(runs, 'pageP95') },
        { ...row, budget: null, measure: 'those of a team of 200, p95', ours: summarise(runs, 'teamP95') },
        {
          ...row,
          budget: null,
          measure: 'a page of those of a division of 2,000, p95',
          ours: summarise(runs, 'divisionP95'),
        },
        { ...row, measure: 'those with a word in them, p95', ours: summarise(runs, 'oneP95') },
        { ...row, measure: 'those with two words in them, p95', ours: summarise(runs, 'wordP95') },
        { ...row, measure: 'those that resemble a headline, p95', ours: summarise(runs, 'alikeP95') },
        { ...row, measure: 'a page of news of those one is on, p95', ours: summarise(runs, 'newsP95') },
        {
          ...row,
          measure: 'a page of news for whoever owns all 10,000, p95',
          ours: summarise(runs, 'ownerNewsP95'),
        },
      ]
    },
  },
  search: {
    async rows({ pinning, repeats }) {
      const runs = await search(pinning, repeats)
      const row = { unit: 'ms', budget: 30 } as const
      const in10000 = 'in 10,000 documents, two thirds yours to read'
      return [
        { ...row, measure: `a word found ${in10000}, p95`, ours: summarise(runs, 'oneP95') },
        { ...row, measure: 'two words, p95', ours: summarise(runs, 'twoP95') },
        { ...row, measure: 'a word, and three letters of the next, p95', ours: summarise(runs, 'typedP95') },
      ]
    },
  },
  'one-typist': {
    async rows(run) {
      const runs = await takeTurns(run, (side) => typing(side, onePen))
      return [
        { ...both('one typist → 60 readers, p95', runs, 'propagationP95'), budget: 7 },
        { ...both('its acknowledgement, p95 (ours: on disk)', runs, 'acknowledgementP95'), budget: 10 },
        {
          measure: 'beside it: a paced INSERT, p95',
          unit: 'ms',
          budget: null,
          ours: summarise(runs.ours, 'insertP95'),
        },
      ]
    },
  },
  'sixty-typists': {
    async rows(run) {
      const runs = await takeTurns(run, (side) => typing(side, allPens))
      return [
        { ...both('60 people at 2.5 edits a second, p95', runs, 'propagationP95'), budget: 9 },
        { ...both('their acknowledgements, p95 (ours: on disk)', runs, 'acknowledgementP95'), budget: null },
      ]
    },
  },
}

type Turns = { ours: Run[]; peer: Run[] }

async function takeTurns(
  { pinning, repeats }: { pinning: Pinning; repeats: number },
  measure: (side: Side) => Promise<Run>,
  { isAlone = false } = {},
): Promise<Turns> {
  const sides = await Promise.all([openOurs(pinning), ...(isAlone ? [] : [openPeer(pinning)])])
  const turns: Turns = { ours: [], peer: [] }
  try {
    // a first pair is thrown away: both have then compiled what they run
    for (const side of sides) await measure(side)
    for (let n = 0; n < repeats; n++) {
      for (const side of sides) {
        const run = await measure(side)
        turns[side.name].push(run)
        console.log(describe(side.name, run))
      }
    }
  } finally {
    await Promise.all(sides.map((side) => side.stop()))
  }
  return turns
}

function both(measure: string, turns: Turns, figure: string): Omit<Row, 'budget'> {
  return { measure, unit: 'ms', ours: summarise(turns.ours, figure), peer: summarise(turns.peer, figure) }
}

function describe(side: string, { figures, harnessCpu }: Run): string {
  const all = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(1)}`)
  const isVoid = harnessCpu > MOST_HARNESS_CPU ? '  VOID' : ''
  return `  ${side.padEnd(4)} ${all.join('  ')}  harness CPU ${Math.round(harnessCpu * 100)} %${isVoid}`
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { repeats: { type: 'string', default: '5' } },
})
const names = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
const pinning = pinHarness()
console.log(`Node ${process.version}; ${pinning.describe}`)
const rows: Row[] = []
for (const name of names) {
  console.log(`\n${name}`)
  rows.push(...((await benches[name]?.rows({ pinning, repeats: Number(values.repeats) })) ?? []))
}
console.log(`\n${table(rows)}`)
process.exit(0)
