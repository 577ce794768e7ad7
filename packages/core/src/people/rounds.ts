/** Rounds of feedback widen (F1): each hears more people than the one before it. */
export const rounds = ['team', 'peers', 'cross-functional', 'leadership'] as const
export type Round = (typeof rounds)[number]

export const roundLabels = {
  team: 'The author’s team',
  peers: 'Peers',
  'cross-functional': 'Across functions',
  leadership: 'Leadership',
} satisfies Record<Round, string>
