/** What news is of, for whoever wants no more of a kind. */
export const newsKinds = ['comments', 'documents', 'meetings', 'decisions', 'evidence', 'ideas'] as const
export type NewsKind = (typeof newsKinds)[number]

export const newsKindLabels = {
  comments: 'Comments on what you write, and in threads you are in',
  documents: 'Documents, editions and iterations',
  meetings: 'Meetings',
  decisions: 'Decisions',
  evidence: 'Assumptions and interview studies',
  ideas: 'Answers, stages and people of an idea',
} satisfies Record<NewsKind, string>

/** How far back news goes. */
export const NEWS_DAYS = 90
/** The same for whoever has never looked. */
export const FIRST_NEWS_DAYS = 14
/** A count goes no further: more is many. */
export const MOST_COUNTED = 100
