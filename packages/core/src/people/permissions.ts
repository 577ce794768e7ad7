/** What a person may do with one initiative and all that hangs on it. Each right includes those before it. */
export const rights = ['read', 'comment', 'edit', 'own'] as const
export type Right = (typeof rights)[number]

/** What an operation's id names; the server finds the initiative (and so the right) through it. */
export type Subject =
  | 'initiative'
  | 'narrative'
  | 'edition'
  | 'comment'
  | 'question'
  | 'note'
  | 'meeting'
  | 'decision'

/**
 * Who may call an operation. `needs` a right: the right is looked up on the initiative that the input field `id`
 * leads to; without `read` the answer is *not found*, with too little it is *not allowed*.
 * A finer rule (only the facilitator reveals) is the noun's own decision, after this door.
 */
export type Permission =
  | { needs: 'anyone' | 'member' | 'administrator' }
  | { needs: Right; on: Subject; id: string }

const anyone = { needs: 'anyone' } as const
const member = { needs: 'member' } as const
const administrator = { needs: 'administrator' } as const
const on =
  <S extends Subject>(subject: S, id: string = `${subject}Id`) =>
  <R extends Right>(needs: R) =>
    ({ needs, on: subject, id }) as const

const initiative = on('initiative')
const narrative = on('narrative')
const edition = on('edition')

/** One row an operation, keyed by its path in the contract. The server refuses to start when one is missing. */
export const permissions = {
  'people.setupState': anyone,
  'people.setUp': anyone,
  'people.signIn': anyone,
  'people.signOut': member,
  'people.me': anyone,
  'people.list': member,
  'people.invite': administrator,
  'people.invitations': administrator,
  'people.revokeInvitation': administrator,
  'people.invitation': anyone,
  'people.accept': anyone,
  'people.update': administrator,
  'people.remove': administrator,
  'people.sessions': member,
  'people.endSession': member,
  'people.workspace': member,
  'people.updateWorkspace': administrator,

  'initiatives.create': member,
  'initiatives.list': member,
  'initiatives.get': initiative('read'),
  'initiatives.update': initiative('own'),
  'initiatives.answer': initiative('edit'),
  'initiatives.markReady': initiative('own'),
  'initiatives.answerPrompt': initiative('edit'),
  'initiatives.changeStage': initiative('edit'),
  'initiatives.proposeReopening': initiative('read'),
  'initiatives.share': initiative('own'),
  'initiatives.activity': initiative('read'),
  'initiatives.watch': initiative('read'),

  'narratives.kinds': member,
  'narratives.list': initiative('read'),
  'narratives.get': narrative('read'),
  'narratives.start': initiative('edit'),
  'narratives.bring': member,
  'narratives.importInto': initiative('edit'),
  'narratives.duplicateGuide': member,
  'narratives.layout': narrative('read'),
  'narratives.watchLayout': narrative('read'),
  'narratives.exportMarkdown': narrative('read'),
  'narratives.freeze': narrative('edit'),
  'narratives.editions': initiative('read'),
  'narratives.edition': edition('read'),
  'narratives.pdf': edition('read'),
  'narratives.canonical': edition('read'),
} as const satisfies Record<string, Permission>

/** The right a person has on an initiative, from what the data says of the two; null: it does not exist for them. */
export function rightOn(
  initiative: { visibility: 'company' | 'named'; ownerId: string },
  person: { id: string; relation: 'author' | 'reader' | null },
): Right | null {
  if (initiative.ownerId === person.id) return 'own'
  if (person.relation === 'author') return 'edit'
  if (person.relation === 'reader' || initiative.visibility === 'company') return 'comment'
  return null
}

/** Whether `held` is enough for `needed`. */
export function suffices(held: Right, needed: Right): boolean {
  return rights.indexOf(held) >= rights.indexOf(needed)
}
