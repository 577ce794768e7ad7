import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../../common-refusals.ts'
import { groupId, personId } from '../../ids.ts'
import { money } from '../../money.ts'
import { pick } from '../../refusals.ts'
import { peopleRefusals } from '../refusals.ts'
import { group, groupName, groupParts } from './group.ts'

const base = oc.errors(commonRefusals)
const tags = ['groups']

export const groupsContract = {
  list: base
    .route({ method: 'GET', path: '/groups', tags, summary: 'The groups of the company, each after its own' })
    .output(z.array(group)),
  make: base
    .route({ method: 'POST', path: '/groups', tags, summary: 'Make a group' })
    .input(
      z.object({
        name: groupName,
        /** Left out: right under the company's own. */
        parentId: groupId.optional(),
      }),
    )
    .output(group),
  change: base
    .route({
      method: 'PATCH',
      path: '/groups/{groupId}',
      tags,
      summary: 'Rename a group, move it with all that stands in it, say who leads it or what it may spend',
    })
    .input(
      z.object({
        groupId,
        name: groupName.optional(),
        parentId: groupId.optional(),
        lead: personId.nullable().optional(),
        budget: money.nullable().optional(),
      }),
    )
    .output(group)
    .errors(pick(peopleRefusals, 'group-of-everybody')),
  /** One person at a time, so that two who change a list at once both have their way. */
  setPerson: base
    .route({
      method: 'PUT',
      path: '/groups/{groupId}/{part}/{personId}',
      tags,
      summary: 'Say that somebody is a member, decider or default reader of a group, or is not',
      description: 'For administrators, and for whoever leads the group or one it stands in.',
    })
    .input(z.object({ groupId, part: z.enum(groupParts), personId, on: z.boolean() }))
    .output(group)
    .errors(pick(peopleRefusals, 'group-of-everybody')),
  close: base
    .route({
      method: 'PUT',
      path: '/groups/{groupId}/closed',
      tags,
      summary: 'Close a group, so that it takes in no idea any more, or open it again',
    })
    .input(z.object({ groupId, closed: z.boolean() }))
    .output(group)
    .errors(pick(peopleRefusals, 'group-of-everybody')),
  remove: base
    .route({
      method: 'DELETE',
      path: '/groups/{groupId}',
      tags,
      summary: 'Delete a group that no idea and no other group stands in',
    })
    .input(z.object({ groupId }))
    .errors(pick(peopleRefusals, 'group-of-everybody', 'group-in-use')),
}
