import { initiativesContract } from './initiatives/contract.ts'
import { narrativesContract } from './narratives/contract.ts'
import { peopleContract } from './people/contract.ts'

/** Every operation there is: HTTP, OpenAPI, the typed client and the authorization matrix are made from this value. */
export const contract = {
  people: peopleContract,
  narratives: narrativesContract,
  initiatives: initiativesContract,
}
export type Contract = typeof contract
