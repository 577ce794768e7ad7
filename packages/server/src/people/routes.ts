import { ok, type Result, refuse } from '@foreword/core/result'
import { inTransaction, run, unwrap } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import { isLoopback } from '../http/security.ts'
import * as actions from './actions.ts'
import { type Entrance, meOf } from './entrance.ts'
import * as letters from './letter-choices.ts'
import * as store from './store.ts'

/** `setupCode` is null when only this computer can reach us. */
export function peopleRoutes(os: Os, options: { setupCode: string | null; entrance: Entrance }) {
  const { entrance, setupCode } = options
  // most have none
  const assistants = () => import('./assistants.ts')
  return {
    setupState: os.people.setupState.handler(async ({ context }) => ({
      done: (await store.theWorkspace(context.services.db)) !== null,
      codeNeeded: !isLoopback(context.services.env),
    })),
    setUp: os.people.setUp.handler(async ({ input, context, errors }) => {
      const { services } = context
      const hash = await entrance.hashPassword(input.password)
      const made = await inTransaction(services.db, (tx) =>
        actions.setUp(tx, input, hash, services, setupCode),
      )
      unwrap(made, errors)
      return entrance.enterNew(context, input)
    }),
    signIn: os.people.signIn.handler(async ({ input, context, errors }) =>
      unwrap(await entrance.enter(context, input), errors),
    ),
    signOut: os.people.signOut.handler(async (handling) => {
      const { context } = handling
      await entrance.signOut(context)
      await run(actions.signedOut)(handling)
    }),
    me: os.people.me.handler(async ({ context }) => {
      if (!context.viewer) return null
      const { id, workspaceId } = context.viewer
      const person = await store.person(context.services.db, workspaceId, id)
      return person && meOf(context.services, { ...person, workspaceId })
    }),
    list: os.people.list.handler(run(actions.list)),
    update: os.people.update.handler(run(actions.update)),
    remove: os.people.remove.handler(run(actions.remove)),
    invite: os.people.invite.handler(run(actions.invite)),
    invitations: os.people.invitations.handler(run(actions.invitations)),
    revokeInvitation: os.people.revokeInvitation.handler(run(actions.revokeInvitation)),
    invitation: os.people.invitation.handler(async ({ input, context, errors }) => {
      const { services } = context
      const found: Result<{ company: string; invitedBy: string }, 'invitation-gone'> = await inTransaction(
        services.db,
        async (tx) => {
          const open = await store.lockOpenInvitation(tx, input.token, services.now())
          return open ? ok({ company: open.company, invitedBy: open.invitedBy }) : refuse('invitation-gone')
        },
      )
      return unwrap(found, errors)
    }),
    accept: os.people.accept.handler(async ({ input, context, errors }) => {
      const { services } = context
      const hash = await entrance.hashPassword(input.password)
      unwrap(await inTransaction(services.db, (tx) => actions.accept(tx, input, hash, services)), errors)
      return entrance.enterNew(context, input)
    }),
    sessions: os.people.sessions.handler(run(actions.sessions)),
    endSession: os.people.endSession.handler(run(actions.endSession)),
    letterChoices: os.people.letterChoices.handler(run(letters.letterChoices)),
    chooseLetters: os.people.chooseLetters.handler(run(letters.chooseLetters)),
    stoppableLetter: os.people.stoppableLetter.handler(async ({ input, context, errors }) =>
      unwrap(await letters.stoppableLetter(input, context.services.db), errors),
    ),
    stopLetters: os.people.stopLetters.handler(async ({ input, context: { services }, errors }) =>
      unwrap(await letters.stopLetters(input, services.db, services.now()), errors),
    ),
    assistants: os.people.assistants.handler(run(later(async () => (await assistants()).assistants))),
    nameAssistant: os.people.nameAssistant.handler(
      run(later(async () => (await assistants()).nameAssistant)),
    ),
    endAssistance: os.people.endAssistance.handler(
      run(later(async () => (await assistants()).endAssistance)),
    ),
    workspace: os.people.workspace.handler(run(actions.workspace)),
    updateWorkspace: os.people.updateWorkspace.handler(run(actions.updateWorkspace)),
  }
}
