/** The one file that knows every noun of the web app: its pages and its place in the rail. */
import { decisionsNoun } from './decisions/noun.ts'
import { deskNoun } from './desk/noun.ts'
import { evidenceNoun } from './evidence/noun.ts'
import { initiativesNoun } from './initiatives/noun.ts'
import { meetingsNoun } from './meetings/noun.ts'
import { narrativesNoun } from './narratives/noun.ts'
import { notificationsNoun } from './notifications/noun.ts'
import type { Noun } from './noun.ts'
import { peopleNoun } from './people/noun.ts'
import { reviewsNoun } from './reviews/noun.ts'
import { searchNoun } from './search/noun.ts'

/** In the order of the rail. */
export const nouns: readonly Noun[] = [
  deskNoun,
  initiativesNoun,
  evidenceNoun,
  meetingsNoun,
  decisionsNoun,
  narrativesNoun,
  reviewsNoun,
  peopleNoun,
  searchNoun,
  notificationsNoun,
]
