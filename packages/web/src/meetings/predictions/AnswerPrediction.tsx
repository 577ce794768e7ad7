import { spokenDay } from '@foreword/core/calendar'
import type { WhatBecame } from '@foreword/core/meetings/prediction'
import { api, client, type Outputs, queryClient } from '../../api.ts'
import { dayFromNow } from '../../days.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { tellRefusal } from '../room/act.tsx'

export type OwnPrediction = Outputs['predictions']['list'][number]

export const becameWords: Record<WhatBecame, string> = {
  yes: 'came true',
  no: 'did not come true',
  untold: 'nobody can tell',
}

const LATER_DAYS = 30

/** Does one act on a prediction of one's own and says so, with the way back. */
async function done(act: () => Promise<unknown>, say: string, undo: () => Promise<unknown>) {
  const heard = () => queryClient.invalidateQueries({ queryKey: api.predictions.key() })
  try {
    await act()
    notifyUndo(say, () => void undo().catch(tellRefusal).finally(heard))
  } catch (error) {
    tellRefusal(error)
  }
  await heard()
}

const answer = ({ meetingId, came: before }: OwnPrediction, came: WhatBecame | null) =>
  done(
    () => client.predictions.answer({ meetingId, came }),
    came === null ? 'The answer is taken back: you are asked again.' : `Kept: ${becameWords[came]}.`,
    () => client.predictions.answer({ meetingId, came: before }),
  )

const askLater = ({ meetingId, asksOn: before }: OwnPrediction) => {
  const asksOn = dayFromNow(LATER_DAYS)
  return done(
    () => client.predictions.askLater({ meetingId, asksOn }),
    `You are asked again on ${spokenDay(asksOn)}.`,
    () => client.predictions.askLater({ meetingId, asksOn: before }),
  )
}

/** What became of it, in one act; what is rarely said is under the last button. */
export function AnswerPrediction({ prediction }: { prediction: OwnPrediction }) {
  return (
    <>
      <Button
        aria-label={`It came true: ${prediction.metric}`}
        onClick={() => void answer(prediction, 'yes')}
      >
        It came true
      </Button>
      <Button aria-label={`It did not: ${prediction.metric}`} onClick={() => void answer(prediction, 'no')}>
        It did not
      </Button>
      <Menu
        label="…"
        name={`Another answer: ${prediction.metric}`}
        kind="bare"
        entries={[
          { id: 'untold', label: 'Nobody can tell', run: () => void answer(prediction, 'untold') },
          {
            id: 'later',
            label: `Ask me in ${LATER_DAYS} days`,
            run: () => void askLater(prediction),
          },
        ]}
      />
    </>
  )
}

export function TakeAnswerBack({ prediction }: { prediction: OwnPrediction }) {
  return (
    <Button
      kind="bare"
      aria-label={`Take it back: ${prediction.metric}`}
      onClick={() => void answer(prediction, null)}
    >
      Take it back
    </Button>
  )
}
