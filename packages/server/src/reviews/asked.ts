import { meetingId } from '@foreword/core/ids'
import { ok } from '@foreword/core/result'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { bylines } from '../narratives/store.ts'
import * as store from './asked-store.ts'

type In = Inputs<typeof reviewsContract>

export async function asked(input: In['asked'], call: Call) {
  const found = await store.list(call.tx, call.person, { ...input, most: input.most + 1 })
  const entries = found.slice(0, input.most)
  const ownerOf = ({ question: { state } }: (typeof entries)[number]) =>
    state.name === 'research-owed' ? state.owner : null
  const people = entries.flatMap((entry) => [entry.question.by, ownerOf(entry) ?? []].flat())
  const names = await bylines(call.tx, call.person, people)
  return ok({
    questions: entries.map((entry) => {
      const { seal: _, ...question } = entry.question
      return {
        ...question,
        edition: entry.edition,
        by: entry.named ? question.by : null,
        asker: entry.named ? (names.get(question.by) ?? null) : null,
        owner: names.get(ownerOf(entry) ?? '') ?? null,
      }
    }),
    more: found.length > entries.length,
  })
}

export async function askedCounts(input: In['askedCounts'], call: Call) {
  const states = await store.counts(call.tx, call.person, input)
  const meetings = await store.meetingsOf(call.tx, call.person, input.initiativeId)
  const askers = await store.askersOf(call.tx, call.person, input.initiativeId)
  const names = await bylines(call.tx, call.person, askers)
  return ok({
    states,
    meetings: meetings.map(({ from, edition, ...of }) => ({
      meetingId: meetingId.parse(of.meetingId),
      edition,
      from: (from ?? call.now).toISOString(),
    })),
    askers: [...names.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
  })
}
