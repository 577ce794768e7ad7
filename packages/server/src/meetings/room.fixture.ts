import { randomUUID } from 'node:crypto'
import { followRoom } from '@foreword/core/meetings/follow'
import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import type { Colleague, openCompany } from '../test/company.ts'

type Company = Awaited<ReturnType<typeof openCompany>>

const prfaq = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending growers one text.

Until now a grower learned of a closure from a recording updated between seven and nine.

## FAQ

**Q: What does it cost?**
A: Nothing in the first season.
`

/** A fresh key for an act. */
export const key = () => randomUUID()

/** A meeting on an edition that Ines has brought, with everything as it is proposed. */
export async function scheduled({ ines }: Company, purpose: 'improve' | 'decide') {
  const file = new File([prfaq], 'tidewatch.md', { type: 'text/markdown' })
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file })
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const proposal = await ines.api.meetings.propose({ initiativeId, editionId: edition.id })
  const { room } = await ines.api.meetings.schedule({
    initiativeId,
    editionId: edition.id,
    key: key(),
    purpose,
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: proposal.readingMinutes,
    discussionMinutes: proposal.discussionMinutes,
    attendees: proposal.attendees.map(({ personId, roles }) => ({ personId, roles })),
    whyNow: 'The season starts in three weeks.',
  })
  return { initiativeId, narrativeId, edition, proposal, meetingId: room.meetingId }
}

type Api = Colleague['api']
interface TwoOfThem {
  ines: Colleague
  omar: Colleague
}

/** A meeting to decide in its silent reading, with Ines in the chair and Omar to decide. */
export async function reading(
  { ines, omar }: TwoOfThem,
  on: Pick<Parameters<Api['meetings']['schedule']>[0], 'initiativeId' | 'editionId'>,
) {
  const { room } = await ines.api.meetings.schedule({
    ...on,
    key: key(),
    purpose: 'decide',
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 10,
    attendees: [
      { personId: ines.id, roles: ['facilitator', 'author', 'note-taker'] },
      { personId: omar.id, roles: ['decider', 'reader'] },
    ],
    whyNow: 'The season starts in three weeks.',
  })
  const { meetingId } = room
  for (const { api } of [ines, omar]) await api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  return meetingId
}

/** The one question of it, which Omar asked and which is open. */
export async function opened({ ines, omar }: TwoOfThem, meetingId: Awaited<ReturnType<typeof reading>>) {
  const asked = { meetingId, key: key(), text: 'How often?', on: null }
  const question = await omar.api.reviews.postQuestion(asked)
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  await until(
    'the questions are open',
    async () => (await ines.api.meetings.room({ meetingId })).room.phase.name === 'discussion',
  )
  return question
}

/** Ines owes the answer, and Omar the decision. */
export async function leaveOwed(
  { ines, omar }: TwoOfThem,
  meetingId: Awaited<ReturnType<typeof reading>>,
  { id: questionId }: Awaited<ReturnType<typeof opened>>,
) {
  const state = { name: 'research-owed', owner: ines.id, due: '2027-03-10' } as const
  await ines.api.meetings.endQuestion({ meetingId, key: key(), questionId, state })
  await ines.api.meetings.moveToDecision({ meetingId, key: key() })
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'A text.', why: 'The tide.' })
  await ines.api.meetings.oweDecision({ meetingId, key: key(), decider: omar.id, due: '2027-03-12' })
}

/** A passage of it, as a reader selects one. */
export async function passage(
  { ines }: Pick<Company, 'ines'>,
  editionId: Parameters<Colleague['api']['narratives']['edition']>[0]['editionId'],
  quote: string,
) {
  const edition = await ines.api.narratives.edition({ editionId })
  const document = documentFromUnknown(edition.document)
  if (!document.ok) throw new Error('an edition that cannot be read')
  const block = textBlocks(document.value).find(({ text }) => text.includes(quote))
  if (!block) throw new Error(`${quote} is not in the edition`)
  const from = block.text.indexOf(quote)
  return { blockId: block.id, from, to: from + quote.length, quote }
}

/** Everything a person's room sends them, as text. */
export function listen(
  who: Colleague,
  meetingId: Parameters<Colleague['api']['meetings']['watch']>[0]['meetingId'],
) {
  const heard: string[] = []
  const stop = new AbortController()
  const begun = (async () => {
    const stream = await who.api.meetings.watch({ meetingId }, { signal: stop.signal })
    void (async () => {
      try {
        const next = followRoom()
        for await (const news of stream) heard.push(JSON.stringify(next(news)))
      } catch {
        // the stream was stopped
      }
    })()
  })()
  return { heard, begun, stop: () => stop.abort() }
}

export async function until(what: string, holds: () => Promise<boolean> | boolean) {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`waited in vain until ${what}`)
}
