import { actLabels } from '@foreword/core/meetings/labels'
import type { Room, RoomPhase } from '@foreword/core/meetings/room'

type Talking = Extract<RoomPhase, { name: 'discussion' | 'decision' }>

/**
 * What whoever watches does next, in a sentence; they facilitate and decide.
 *
 * | the room | |
 * |---|---|
 * | lobby | Start the silent reading … |
 * | reading, time over | The time is over, and nothing opens by itself … |
 * | discussion, all ended | Every question has an end. Go on to the decision. |
 */
export function nextWords({ phase, me }: Pick<Room, 'phase' | 'me'>): string {
  switch (phase.name) {
    case 'lobby':
      return 'You facilitate, and you decide. Start the silent reading when they have come in.'
    case 'reading':
      return phase.ended
        ? `The time is over, and nothing opens by itself: you say “${actLabels.announceReveal}”.`
        : 'Read. Select words to make a note, or to seal a question.'
    case 'reveal':
      return 'Ten seconds that everybody sees. You can still stop it.'
    case 'discussion':
      return discussing(phase)
    case 'decision':
      return phase.decision
        ? ending(phase, me)
        : 'Hear them, juniors first; then write your decision as a sentence.'
    case 'adjourned':
      return 'The room stands still until you resume it.'
    case 'closed':
      return 'That was a whole meeting. Nothing of it was stored; the next one is yours.'
    case 'outside':
      return 'The door opens by itself.'
  }
}

function discussing(phase: Talking): string {
  if (phase.decision) return ending(phase, null)
  const open = phase.questions.filter(({ state }) => state.name === 'open').length
  if (open === 0) return 'Every question has an end. Go on to the decision.'
  const current = phase.questions.find(({ id }) => id === phase.current)
  if (current && current.state.name !== 'open')
    return 'It has an end. Take up the next one with N, or hand over the rest in one act.'
  return 'Listen: the note-taker writes down how it ends, or you do.'
}

function ending({ ending: agreed, responses }: Talking, me: Room['me']): string {
  if (!agreed) return 'The author writes down what was agreed and why. You may reword it.'
  const said = me && responses.some(({ personId, current }) => personId === me.personId && current)
  return said
    ? 'Close the meeting when you like: nobody’s silence holds it up.'
    : 'Each says that they understand why, or disagrees by name. So do you; then close the meeting.'
}
