import * as z from 'zod'

/** Letters that somebody may do without. Invitations and their changes are not among them: they keep a calendar right. */
export const letterKinds = ['feedback', 'reminders', 'records', 'ideas', 'assumptions'] as const
export type LetterKind = (typeof letterKinds)[number]

/** What may wait for the one letter of the day. A reminder of a meeting may not. */
export const gatheredKinds: readonly LetterKind[] = ['feedback', 'records', 'ideas', 'assumptions']
/** The hour at which that letter is written, by the company's clock. */
export const DAILY_AT = '07:00'

/** What a link in a letter may stop; in a letter of the day, all that is gathered in it. */
export const stoppableKinds = [...letterKinds, 'digest'] as const
export type StoppableKind = (typeof stoppableKinds)[number]

export const letterKindLabels = {
  feedback: 'Feedback asked of you',
  reminders: 'Reminders of meetings',
  records: 'Records of meetings',
  ideas: 'Ideas of yours that come back',
  assumptions: 'Assumptions of your ideas that fall',
  digest: 'The letter of the day, and all that is gathered in it',
} satisfies Record<StoppableKind, string>

/** Which kinds somebody gets: all, one by one, until they say otherwise. */
export const letterChoices = z.object({
  feedback: z.boolean(),
  reminders: z.boolean(),
  records: z.boolean(),
  ideas: z.boolean(),
  assumptions: z.boolean(),
  /** All but reminders in one letter a day, instead of one each. */
  digest: z.boolean(),
} satisfies Record<StoppableKind, z.ZodBoolean>)
export type LetterChoices = z.infer<typeof letterChoices>
