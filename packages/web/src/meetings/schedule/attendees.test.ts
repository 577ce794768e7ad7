import type { PersonId } from '@foreword/core/ids'
import type { InviteRole } from '@foreword/core/meetings/plan'
import { expect, test } from 'vitest'
import { asSent, type Invitee, missingRole, withRole } from './attendees.ts'

const invitee = (name: string, ...roles: InviteRole[]): Invitee => ({
  personId: name as PersonId, // any text does where nothing is looked up
  name,
  functionalArea: null,
  roles,
})
const ines = invitee('Ines', 'facilitator', 'author', 'reader')
const omar = invitee('Omar', 'decider', 'reader')
const roles = (invitees: Invitee[]) => invitees.map((one) => one.roles)

test('R12: there is one facilitator: giving the role takes it from whoever had it', () => {
  expect(roles(withRole([ines, omar], omar.personId, 'facilitator'))).toEqual([
    ['author', 'reader'],
    ['facilitator', 'decider', 'reader'],
  ])
})

test('R12: the facilitator’s role cannot be taken without giving it to another', () => {
  expect(withRole([ines, omar], ines.personId, 'facilitator')).toEqual([ines, omar])
})

test('R12: whoever holds no other role reads', () => {
  expect(roles(withRole([invitee('Jon', 'decider')], 'Jon' as PersonId, 'decider'))).toEqual([['reader']])
})

test('R2: a meeting to improve has no decider', () => {
  expect(asSent([ines, omar], 'improve')).toEqual([
    { personId: 'Ines', roles: ['facilitator', 'author', 'reader'] },
    { personId: 'Omar', roles: ['reader'] },
  ])
})

test.each([
  [[ines, omar], 'decide', null],
  [[ines], 'decide', 'no-decider'],
  [[ines], 'improve', null],
  [[omar], 'decide', 'no-facilitator'],
  [[invitee('Jon', 'facilitator')], 'improve', 'no-author'],
] as const)('R12: what is missing is named before it is sent (%#)', (invitees, purpose, missing) => {
  expect(missingRole(invitees, purpose)).toBe(missing)
})
