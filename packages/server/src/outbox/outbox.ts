import type { WorkspaceId } from '@foreword/core/ids'
import { inArray, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import type { EventType, Heard, NewEvent } from './events.ts'
import { outboxEvents } from './tables.ts'

const withNews = new WeakSet<Tx>()
/** Whether this transaction has put news, and so a kick is due after its commit: most only read. */
export const hasNews = (tx: Tx) => withNews.has(tx)

/** Writes news in the transaction of the act it tells of, so that neither can exist without the other. */
export async function put(
  tx: Tx,
  by: { workspaceId: WorkspaceId; actor: string | null; now: Date },
  ...events: NewEvent[]
): Promise<void> {
  if (events.length === 0) return
  withNews.add(tx)
  await tx.insert(outboxEvents).values(
    events.map(({ type, aggregate, ...payload }) => ({
      id: newId(),
      workspaceId: by.workspaceId,
      aggregate,
      type,
      payload,
      actor: by.actor,
      at: by.now,
    })),
  )
}

interface Row {
  [column: string]: unknown
  id: string
  workspace_id: WorkspaceId
  aggregate: string
  type: EventType
  payload: object
  actor: string | null
  at: string
}

/** How long to wait before looking again for news whose delivery failed or whose sender died before the kick. */
const SWEEP_MS = 5_000
const BATCH = 100
/** News that fails is tried again after this long, then twice as long, and so on: it stops no other aggregate's. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Delivers undelivered news after commit: at least once, in order within an aggregate, one worker for each process.
 * Rows are claimed by lock, not by a cursor: a sequence number is drawn before its commit, so a cursor would skip.
 */
export function startOutbox(
  db: Database,
  deliver: (event: Heard<EventType>) => Promise<void>,
  failed: (error: unknown) => void,
) {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  /** Aggregates whose first undelivered news failed, and when to try it again. */
  const held = new Map<string, { until: number; pause: number }>()

  function hold(aggregate: string) {
    const before = held.get(aggregate)?.pause
    const pause = before === undefined ? FIRST_PAUSE_MS : Math.min(before * 2, LONGEST_PAUSE_MS)
    held.set(aggregate, { until: performance.now() + pause, pause })
  }

  /** True when there may be more to claim. Ends: what was claimed is delivered, or its aggregate is held. */
  async function claimAndDeliver(): Promise<boolean> {
    return db.transaction(async (tx) => {
      // the advisory lock keeps a second node from overtaking this one within an aggregate
      const lock = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(7067011) as got`)
      if (!lock.rows[0]?.got) return false
      const passedOver = [...held].flatMap(([name, { until }]) => (until > performance.now() ? [name] : []))
      const { rows } = await tx.execute<Row>(sql`
        select id, workspace_id, aggregate, type, payload, actor, at from outbox_event
        where delivered_at is null and aggregate <> all(${sql.param(passedOver)}::uuid[]) order by aggregate, seq limit ${BATCH} for update skip locked`)
      const delivered: string[] = []
      const stuck = new Set<string>()
      for (const row of rows) {
        // what is left is told after the next start
        if (stopped || stuck.has(row.aggregate)) continue
        try {
          const { workspace_id, payload, at, ...rest } = row
          // the payload was written by `put`, whose type ties it to the event's type
          await deliver({
            ...rest,
            workspaceId: workspace_id,
            at: new Date(at),
            ...payload,
          } as Heard<EventType>)
          delivered.push(row.id)
          held.delete(row.aggregate)
        } catch (error) {
          stuck.add(row.aggregate)
          hold(row.aggregate)
          failed(error)
        }
      }
      if (delivered.length > 0)
        await tx
          .update(outboxEvents)
          .set({ deliveredAt: sql`now()` })
          .where(inArray(outboxEvents.id, delivered))
      return rows.length === BATCH
    })
  }

  async function drain() {
    do {
      again = false
      try {
        while (!stopped && (await claimAndDeliver()));
      } catch (error) {
        failed(error) // the database is away; the sweep looks again
      }
    } while (again && !stopped)
  }

  /** Call after a commit that may have put news. Resolves when everything put so far was tried. */
  function kick(): Promise<void> {
    again = true
    running ??= drain().finally(() => {
      running = null
      // a kick between the last look and this line found us running, and was promised another look
      if (again && !stopped) void kick()
    })
    return running
  }

  const sweep = setInterval(() => void kick(), SWEEP_MS)
  sweep.unref()
  return {
    kick,
    async stop() {
      stopped = true
      clearInterval(sweep)
      await running
    },
  }
}
export type Outbox = ReturnType<typeof startOutbox>
