import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, client, type Inputs, queryClient } from '../../api.ts'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { notify } from '../../shell/notices.ts'
import { labelOf, useKind } from '../sheet/kind.ts'
import { fileToSend } from './fileToSend.ts'
import { sayBrought, sayTracked } from './sayBrought.ts'

type InitiativeId = Inputs['narratives']['importInto']['initiativeId']

/** Brings a file into an idea, or into a new one when none is given, and opens the draft it became. */
export function useBring(initiativeId?: InitiativeId) {
  const kind = useKind('pr-faq')
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const bring = useMutation({
    networkMode: 'always',
    async mutationFn(chosen: File) {
      const file = await fileToSend(chosen)
      if (initiativeId === undefined) return client.narratives.bring({ file })
      const { id, brought, suggestions } = await client.narratives.importInto({ initiativeId, file })
      return { initiativeId, narrativeId: id, brought, suggestions }
    },
    onSuccess({ initiativeId, narrativeId, brought, suggestions }) {
      void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
      void queryClient.invalidateQueries({ queryKey: api.initiatives.key() })
      const draft = paths.draft({ narrativeId })
      const say = [sayBrought(brought, (part) => labelOf(kind, part)), sayTracked(suggestions)]
        .filter(Boolean)
        .join(' ')
      // whoever went elsewhere meanwhile is not fetched back
      if (!isHere.current) return notify(say, { label: 'Open the draft', href: draft })
      go(draft)
      notify(say, { label: 'Answer its five questions', href: paths.idea({ initiativeId }) })
    },
  })
  return {
    bring: (file: File) => !bring.isPending && bring.mutate(file),
    busy: bring.isPending,
    error: bring.error,
    /** The file that is on its way, or was refused. */
    fileName: bring.variables?.name,
  }
}

export type Bringing = ReturnType<typeof useBring>
