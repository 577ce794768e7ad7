import type { Fallen } from '@foreword/core/narratives/checks'
import type { narrativesContract } from '@foreword/core/narratives/contract'
import { ok } from '@foreword/core/result'
import { find, searchedFrom } from '@foreword/document/ladder'
import type { Tx } from '../db/database.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { createRecent } from '../http/recent.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { fallenSince, stillSays } from './assumed.ts'
import { frozenText } from './editions-store.ts'
import * as resting from './resting-store.ts'

/** Whether an edition says a passage. Neither ever changes. */
const known = createRecent<boolean>(2_000)

type Frozen = Awaited<ReturnType<typeof resting.frozenOf>>[number]

export async function restsOn({ editionId }: Inputs<typeof narrativesContract>['restsOn'], call: Call) {
  const [edition] = await resting.frozenOf(call.tx, call.person, { id: editionId })
  const tracked = edition ? await resting.trackedIn(call.tx, edition.narrativeId) : []
  return ok(edition ? await fallenIn(edition, tracked, call.tx, call.person) : [])
}

/** W8: each edition of an idea that rests on assumptions which fell after it was frozen. Asked, and nowhere kept. */
export async function restingEditions(tx: Tx, viewer: Sees, initiativeId: string) {
  const tracked = await resting.trackedOf(tx, viewer, initiativeId)
  const found: (Frozen & { fallen: Fallen[] })[] = []
  for (const edition of await resting.frozenOf(tx, viewer, { initiativeId })) {
    const ofDraft = tracked.filter(({ narrativeId }) => narrativeId === edition.narrativeId)
    const fallen = await fallenIn(edition, ofDraft, tx, viewer)
    if (fallen.length > 0) found.push({ ...edition, fallen })
  }
  return found
}

async function fallenIn(
  { id, frozenAt }: Frozen,
  tracked: readonly resting.TrackedPassage[],
  tx: Tx,
  viewer: Sees,
): Promise<Fallen[]> {
  const fell = tracked.flatMap((each) => {
    const fallen = fallenSince(each, frozenAt)
    return fallen ? [{ ...each, fallen }] : []
  })
  const keyOf = (passageId: string) => `${id} ${passageId}`
  const unread = fell.filter((each) => known.get(keyOf(each.id)) === undefined)
  // its text is read for the first who ask, and not at all while everything holds
  const text = unread.length > 0 ? await frozenText(tx, viewer, id) : null
  if (text) {
    const edition = searchedFrom(text.document, text.origins)
    for (const each of unread) known.put(keyOf(each.id), stillSays(find(edition, each.passage)))
  }
  return fell.filter((each) => known.get(keyOf(each.id))).map(({ fallen }) => fallen)
}
