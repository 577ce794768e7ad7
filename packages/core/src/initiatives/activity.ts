import * as z from 'zod'
import { byline } from '../people/person.ts'
import { moment } from '../time.ts'

/** What a line of the timeline leads to. The kind is the noun's own word; a kind nobody knows is shown without a link. */
export const about = z.object({ kind: z.string(), id: z.uuid() })

/**
 * One line of an idea's timeline. `says` is a phrase that follows the actor's name ("froze edition 3"), made by the
 * noun that knows what happened; `reason` is what the actor gave for it.
 */
export const activity = z.object({
  id: z.uuid(),
  at: moment,
  actor: byline.nullable(),
  kind: z.string(),
  says: z.string(),
  reason: z.string(),
  about: about.nullable(),
})
export type Activity = z.infer<typeof activity>
