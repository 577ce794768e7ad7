import { decisionsContract } from './decisions/contract.ts'
import { evidenceContract } from './evidence/contract.ts'
import { initiativesContract } from './initiatives/contract.ts'
import { assistantsContract } from './meetings/assistants-contract.ts'
import { meetingsContract } from './meetings/contract.ts'
import { predictionsContract } from './meetings/predictions-contract.ts'
import { narrativesContract } from './narratives/contract.ts'
import { notificationsContract } from './notifications/contract.ts'
import { peopleContract } from './people/contract.ts'
import { groupsContract } from './people/groups/contract.ts'
import { reviewsContract } from './reviews/contract.ts'
import { feedbackContract } from './reviews/feedback/contract.ts'
import { iterationsContract } from './reviews/iterations/contract.ts'
import { searchContract } from './search/contract.ts'
import { transferContract } from './transfer/contract.ts'

/** Every operation there is: HTTP, OpenAPI, the typed client and the authorization matrix are made from this value. */
export const contract = {
  people: peopleContract,
  groups: groupsContract,
  narratives: narrativesContract,
  initiatives: initiativesContract,
  evidence: evidenceContract,
  reviews: reviewsContract,
  feedback: feedbackContract,
  iterations: iterationsContract,
  decisions: decisionsContract,
  meetings: meetingsContract,
  assistants: assistantsContract,
  predictions: predictionsContract,
  search: searchContract,
  notifications: notificationsContract,
  transfer: transferContract,
}
export type Contract = typeof contract
