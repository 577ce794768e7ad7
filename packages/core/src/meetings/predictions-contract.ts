import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { initiativeId, meetingId } from '../ids.ts'
import { pick } from '../refusals.ts'
import { day } from '../time.ts'
import { predictionWords, whatBecame } from './prediction.ts'
import { meetingRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['predictions']
const ofMeeting = z.object({ meetingId })
const path = '/meetings/{meetingId}/prediction'

const prediction = z.object(predictionWords)
/** One's own, wherever it is sealed: nobody is ever given anybody else's. */
const ownPrediction = prediction.extend({
  meetingId,
  initiativeId,
  initiativeName: z.string(),
  asksOn: day,
  came: z.enum(whatBecame).nullable(),
  /** Its day has come and it has no answer yet. */
  isDue: z.boolean(),
})
export type OwnPrediction = z.infer<typeof ownPrediction>

const calibration = z.object({
  count: z.int(),
  brier: z.number(),
  deciles: z.array(z.object({ from: z.int(), count: z.int(), said: z.int(), cameTrue: z.int() })),
})

const beforeTheDecision = [
  'predictions-are-off',
  'not-invited',
  'not-in-the-room',
  'not-started',
  'the-room-is-reading',
  'the-questions-are-opening',
  'the-room-is-discussing',
  'the-meeting-is-adjourned',
  'meeting-is-closed',
  'decision-is-recorded',
] as const

/** D3. Beside the room and not in it: no projection of a meeting knows that there are any. */
export const predictionsContract = {
  own: base
    .route({ method: 'GET', path, tags, summary: 'What you predicted in a meeting' })
    .input(ofMeeting)
    .output(prediction.nullable()),
  /** Saying the same again changes nothing, so a repeat needs no key. */
  seal: base
    .route({
      method: 'PUT',
      path,
      tags,
      summary: 'Seal a prediction before the decision, or change your own',
    })
    .input(ofMeeting.extend(predictionWords))
    .output(prediction)
    .errors(
      pick<typeof meetingRefusals, (typeof beforeTheDecision)[number] | 'day-has-passed'>(
        meetingRefusals,
        ...beforeTheDecision,
        'day-has-passed',
      ),
    ),
  takeBack: base
    .route({ method: 'DELETE', path, tags, summary: 'Take your prediction back before the decision' })
    .input(ofMeeting)
    .errors(
      pick<typeof meetingRefusals, (typeof beforeTheDecision)[number]>(meetingRefusals, ...beforeTheDecision),
    ),
  answer: base
    .route({ method: 'POST', path: `${path}/answer`, tags, summary: 'Say what became of your prediction' })
    .input(
      ofMeeting.extend({
        /** Null takes an answer back. */
        came: z.enum(whatBecame).nullable(),
      }),
    )
    .errors(pick(meetingRefusals, 'no-such-prediction', 'not-due-yet')),
  askLater: base
    .route({ method: 'POST', path: `${path}/ask-later`, tags, summary: 'Be asked again on a later day' })
    .input(ofMeeting.extend({ asksOn: day }))
    .errors(pick(meetingRefusals, 'no-such-prediction', 'not-due-yet', 'day-has-passed')),
  /** Q3: of closed meetings, by their day. */
  due: base
    .route({ method: 'GET', path: '/owed/predictions', tags, summary: 'Your predictions whose day has come' })
    .output(z.array(ownPrediction)),
  list: base
    .route({ method: 'GET', path: '/predictions', tags, summary: 'Your own predictions, the latest first' })
    .output(z.array(ownPrediction)),
  /** Null until enough have turned out one way or the other; of everybody's, and nobody's by name. */
  calibration: base
    .route({
      method: 'GET',
      path: '/predictions/calibration',
      tags,
      summary: 'How well the predictions of the company fitted what came',
    })
    .output(calibration.nullable()),
}
