import type { DecisionId, EditionId, InitiativeId } from '@foreword/core/ids'

// an id out of the address or a list: what is none is refused by the server, which says so
export const decisionIdOf = (text: string) => text as DecisionId
export const editionIdOf = (text: string) => text as EditionId
export const initiativeIdOf = (text: string) => text as InitiativeId
