import type { narrativesContract } from '@foreword/core/narratives/contract'
import { ok, type Result, refuse } from '@foreword/core/result'
import { documentToMarkdown } from '@foreword/document/markdown-out'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import { newId } from '../db/ids.ts'
import { type Call, inTransaction } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Collab } from '../live/collab.ts'
import { headlineOf } from './drafts.ts'
import { tellExported } from './exported.ts'
import { fileNamed } from './files.ts'
import * as store from './store.ts'

type In = Inputs<typeof narrativesContract>

export const exportMarkdownWith =
  (collab: Pick<Collab, 'lookAt'>) =>
  async ({ narrativeId }: In['exportMarkdown'], call: Omit<Call, 'tx'>) => {
    const document = await collab.lookAt(narrativeId, (doc) => asAccepted(documentFromYDoc(doc, newId)))
    return inTransaction(call.services.db, async (tx): Promise<Result<File, 'not-found'>> => {
      const narrative = await store.one(tx, call.person, narrativeId)
      if (!narrative) return refuse('not-found')
      const { initiativeId } = narrative
      const says = 'exported the draft as Markdown'
      await tellExported({ initiativeId, of: 'narrative', id: narrativeId, says }, { ...call, tx })
      const type = 'text/markdown; charset=utf-8'
      return ok(fileNamed(headlineOf(document), '.md', documentToMarkdown(document), type))
    })
  }
