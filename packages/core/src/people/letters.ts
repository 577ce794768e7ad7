import * as z from 'zod'

/** Letters that somebody may do without. Invitations and their changes are not among them: they keep a calendar right. */
export const letterKinds = ['feedback', 'reminders', 'records', 'ideas', 'assumptions'] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterKindLabels = {
  feedback: 'Feedback asked of you',
  reminders: 'Reminders of meetings',
  records: 'Records of meetings',
  ideas: 'Ideas of yours that come back',
  assumptions: 'Assumptions of your ideas that fall',
} satisfies Record<LetterKind, string>

/** Which kinds somebody gets; all, until they say otherwise. */
export const letterChoices = z.object({
  feedback: z.boolean(),
  reminders: z.boolean(),
  records: z.boolean(),
  ideas: z.boolean(),
  assumptions: z.boolean(),
} satisfies Record<LetterKind, z.ZodBoolean>)
export type LetterChoices = z.infer<typeof letterChoices>
