import type { Tx } from '../db/database.ts'
import { person } from '../people/store.ts'
import { rightsFor, type Sees } from './visibility.ts'

/** Whether somebody who is to be asked for something here is with the company and may read the idea. */
export async function mayRead(tx: Tx, { id, workspaceId }: Sees, initiativeId: string): Promise<boolean> {
  const found = await person(tx, workspaceId, id)
  if (!found?.active || found.role === 'guest') return false
  return (await rightsFor(tx, { id, workspaceId }, initiativeId)) !== null
}
