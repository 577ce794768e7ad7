import { randomUUID } from 'node:crypto'
import type { InviteRole } from '@foreword/core/meetings/plan'
import { type Colleague, openCompany, PASSWORD } from '../../test/company.ts'
import { key, passage } from '../room.fixture.ts'

/** Everybody who may ask the server for something while a room reads. The last is nobody: signed out. */
export const kinds = [
  'administrator',
  'author',
  'facilitator',
  'noteTaker',
  'decider',
  'reader',
  'member',
  'stranger',
  'nobody',
] as const
/** A guest is in the room only where they are brought in. */
export type Kind = (typeof kinds)[number] | 'guest'

/** Words that must be found in nothing that is sent or written down before the reveal. */
export const canaries = {
  question: 'zq7f-sealed-question',
  reworded: 'zq7f-sealed-rewording',
  form: 'zq7f-sealed-remark',
  withdrawn: 'zq7f-sealed-and-gone',
  wanted: 'zq7f-sealed-answer',
  note: 'zq7f-private-note',
  prediction: 'zq7f-sealed-prediction',
}
/** All of them begin so. */
export const CANARY = 'zq7f-'
/** As it stands around a passage that somebody selected; the document has the words, never with quotes about them. */
export const PASSAGE = '"recording updated between seven"'

const document = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending growers one text.

Until now a grower learned of a closure from a recording updated between seven and nine.

## FAQ

**Q: What does it cost?**
A: Nothing in the first season.
`

const attending: Partial<Record<Kind | 'asker' | 'other', InviteRole[]>> = {
  author: ['author', 'reader'],
  facilitator: ['facilitator'],
  noteTaker: ['note-taker', 'deputy'],
  decider: ['decider', 'reader'],
  reader: ['reader'],
  asker: ['reader'],
  other: ['reader'],
}

export type Twin = Awaited<ReturnType<typeof openTwin>>

/** A company with a room that reads. Two of these are the same to a hair until `seal` is called in one of them. */
export async function openTwin() {
  const logged: string[] = []
  const company = await openCompany({ logTo: { write: (line) => void logged.push(line) } })
  const people = new Map<string, Colleague>([['administrator', company.ines]])
  const joining = [...kinds.slice(1, -1), 'asker', 'other', 'bystander'].map(
    async (kind) => [kind, await company.join(kind.slice(0, 1).toUpperCase() + kind.slice(1))] as const,
  )
  for (const [kind, person] of await Promise.all(joining)) people.set(kind, person)
  const the = (kind: string) => {
    const person = people.get(kind)
    if (!person) throw new Error(`no ${kind} here`)
    return person
  }
  const author = the('author')
  const { initiativeId, narrativeId } = await author.api.narratives.bring({
    file: new File([document], 'tidewatch.md', { type: 'text/markdown' }),
  })
  const relations = [...people]
    .filter(([kind]) => !['administrator', 'author', 'stranger'].includes(kind))
    .map(([, { id }]) => ({ personId: id, relation: 'reader' as const }))
  await author.api.initiatives.share({ initiativeId, visibility: 'named', people: relations })
  const edition = await author.api.narratives.freeze({ narrativeId })
  const editionId = edition.id
  const comment = await author.api.reviews.commentOnDraft({ narrativeId, text: 'Which growers?', on: null })
  const decision = await author.api.decisions.record({
    initiativeId,
    outcome: { name: 'revise' },
    decider: the('decider').id,
    because: 'the numbers are missing',
  })
  const invitation = await company.ines.api.people.invite({})
  const { room } = await author.api.meetings.schedule({
    initiativeId,
    editionId,
    key: key(),
    purpose: 'improve',
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 15,
    discussionMinutes: 20,
    attendees: Object.entries(attending).map(([kind, roles]) => ({ personId: the(kind).id, roles })),
  })
  const { meetingId } = room
  for (const kind of Object.keys(attending)) await the(kind).api.meetings.join({ meetingId, key: key() })
  await the('facilitator').api.meetings.start({ meetingId, key: key() })
  await the('asker').api.meetings.finishReading({ meetingId, key: key() })
  const { code } = await the('facilitator').api.meetings.openDisplay({ meetingId })
  const ids = { code, initiativeId, narrativeId, editionId, meetingId, commentId: comment.id }
  return {
    company,
    logged,
    people,
    the,
    ids: { ...ids, decisionId: decision.id, invitationId: invitation.id },
    relations,
    /** A question somebody else has sealed, or an id of nothing where nobody has. */
    sealed: { questionId: randomUUID() as string, noteId: randomUUID() as string },
    facilitator: the('facilitator').api.meetings,
    signIn: (kind: string) =>
      the(kind).api.people.signIn({ email: `${kind.toLowerCase()}@example.com`, password: PASSWORD }),
    async phase(): Promise<string> {
      const { rows } = await company.pool.query('select phase from meeting where id = $1', [meetingId])
      return rows[0].phase
    },
    async close() {
      await company.close()
    },
  }
}

/** Everything that somebody keeps to themselves while the room reads. */
export async function seal(twin: Twin): Promise<void> {
  const { meetingId, editionId } = twin.ids
  const asker = twin.the('asker')
  const first = await ask(twin, 'asker', `Who pays, ${canaries.question}?`, { passage: true })
  for (let count = 0; count < 5; count++)
    await ask(twin, 'other', `How often, ${canaries.question} ${count}?`)
  await ask(twin, 'other', `A comma, ${canaries.form}.`, { passage: true, matter: 'form' })
  const taken = await ask(twin, 'asker', `Forget it, ${canaries.withdrawn}.`)
  await asker.api.reviews.withdrawQuestion({ questionId: taken.id })
  const reworded = await ask(twin, 'asker', `When, ${canaries.question}?`)
  await asker.api.reviews.editQuestion({ questionId: reworded.id, text: `When then, ${canaries.reworded}?` })
  await asker.api.meetings.answerOneQuestion({ meetingId, key: key(), want: 'no', because: canaries.wanted })
  const note = await asker.api.reviews.postNote({ editionId, text: canaries.note, on: null })
  twin.sealed.questionId = first.id
  twin.sealed.noteId = note.id
}

export async function ask(
  twin: Twin,
  who: string,
  text: string,
  {
    passage: hasPassage = false,
    matter = 'substance',
  }: { passage?: boolean; matter?: 'substance' | 'form' } = {},
) {
  const { meetingId, editionId } = twin.ids
  const person = twin.the(who)
  const on = hasPassage ? await passage({ ines: person }, editionId, PASSAGE.slice(1, -1)) : null
  return person.api.reviews.postQuestion({ meetingId, key: key(), text, on, matter })
}
