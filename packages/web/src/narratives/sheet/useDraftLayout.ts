import type { DraftLayout } from '@foreword/core/narratives/narrative'
import { useState } from 'react'
import { live } from '../../api.ts'
import { useLive } from '../../useLive.ts'

/** Pages and lines of the draft as the server last set them; undefined until it has. */
export function useDraftLayout(narrativeId: string): DraftLayout | undefined {
  const [layout, setLayout] = useState<{ of: string; layout: DraftLayout }>()
  useLive(
    `layout ${narrativeId}`,
    (options) => live.narratives.watchLayout({ narrativeId }, options),
    (next) => setLayout({ of: narrativeId, layout: next }),
  )
  return layout?.of === narrativeId ? layout.layout : undefined
}
