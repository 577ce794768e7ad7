import { isPast } from '../days.ts'
import { ok, refuse } from '../result.ts'
import { closedGate } from './gates.ts'
import type { Deciders } from './handler.ts'
import { holds, MOST_ACTIONS } from './meeting.ts'

/** D5: what is to be done, by whom and by when; on the page of a closed meeting too. */
export const decideActions: Deciders<'setAction' | 'dropAction' | 'finishAction'> = {
  setAction: (meeting, { actionId, text, owner, due }, { now }) => {
    const { actions, attendees, phase } = meeting
    if (phase.name === 'closed' && phase.how === 'called-off') return refuse('meeting-is-closed')
    if (owner !== null && !attendees.has(owner)) return refuse('no-such-person')
    // a guest comes to one meeting, and is at no other to say what became of it
    if (owner !== null && holds(meeting, owner, 'guest')) return refuse('no-such-person')
    const known = actions.get(actionId)
    if (!known && actions.size >= MOST_ACTIONS) return refuse('too-many-actions')
    if (due !== null && due !== known?.due && isPast(due, now)) return refuse('day-has-passed')
    const isSame = known?.text === text && known.owner === owner && known.due === due
    return ok(isSame ? [] : [{ kind: 'action-set', actionId, text, owner, due }])
  },
  dropAction: ({ actions }, { actionId }) =>
    ok(actions.has(actionId) ? [{ kind: 'action-dropped', actionId }] : []),
  finishAction: (meeting, { actionId, done }, { by }) => {
    const known = meeting.actions.get(actionId)
    if (!known) return refuse('no-such-action')
    if (known.owner !== by && closedGate(meeting, 'setAction', by)) return refuse('not-your-action')
    return ok((known.doneAt !== null) === done ? [] : [{ kind: 'action-done', actionId, done }])
  },
}
