import { isContractProcedure } from '@orpc/contract'
import { expect, it } from 'vitest'
import { decisionsContract } from '../decisions/contract.ts'
import { type Permission, permissions } from '../people/permissions.ts'
import { reviewsContract } from '../reviews/contract.ts'
import { meetingsContract } from './contract.ts'

const nouns = { reviews: reviewsContract, decisions: decisionsContract, meetings: meetingsContract }
const operations = Object.entries(nouns).flatMap(([noun, contract]) =>
  Object.entries(contract).map(([name, operation]) => ({ path: `${noun}.${name}`, operation })),
)

it('A2: every operation says who may call it, by a field its input has', () => {
  for (const { path, operation } of operations) {
    if (!isContractProcedure(operation)) throw new Error(`${path} is no operation`)
    const rows: Record<string, Permission> = permissions
    const row = rows[path]
    expect(row, path).toBeDefined()
    const { inputSchema } = operation['~orpc']
    const shape = inputSchema && 'shape' in inputSchema ? Object.keys(inputSchema.shape as object) : []
    if (row && 'id' in row) expect(shape, path).toContain(row.id)
  }
})

it('A5: no two operations share an address, and each has a summary', () => {
  const routes = operations.map(({ operation }) => operation['~orpc'].route)
  const addresses = routes.map(({ method, path }) => `${method} ${path?.replace(/\{\w+\}/g, '{}')}`)
  expect(addresses.filter((address, place) => addresses.indexOf(address) !== place)).toEqual([])
  expect(routes.filter(({ summary }) => !summary)).toEqual([])
})
