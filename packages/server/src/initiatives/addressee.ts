import type { WorkspaceId } from '@foreword/core/ids'
import type { Database } from '../db/database.ts'
import type { Addressee } from '../mail/smtp.ts'
import type { Letter } from '../mail/store.ts'
import { person } from '../people/store.ts'
import { rightsFor } from './visibility.ts'

/** Asked when a letter leaves, which may be hours after it was written. */
export async function addresseeOf(
  db: Database,
  { workspaceId: ours, personId, initiativeId, address }: Letter,
): Promise<Addressee | null> {
  const workspaceId = ours as WorkspaceId // a row of ours
  const to = await person(db, workspaceId, personId)
  // a guest has no address of their own: what is written to one says where it goes
  if (!to?.active || (to.role === 'guest' && address === null)) return null
  const maySee =
    initiativeId === null || (await rightsFor(db, { id: to.id, workspaceId }, initiativeId)) !== null
  return maySee ? { name: to.name, address: address ?? to.email } : null
}
