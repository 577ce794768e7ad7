import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ideaQuery } from '../initiatives/idea.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { useCommands } from '../shell/commands.ts'
import { Button } from '../ui/Button.tsx'

const ShareDialog = lazy(() =>
  import('../initiatives/ShareDialog.tsx').then((loaded) => ({ default: loaded.ShareDialog })),
)

/** Who reads and who writes is often asked with the draft in hand; it is the idea that is shared. */
export function ShareDraft({ initiativeId }: { initiativeId: string }) {
  const me = useMe()
  const idea = useQuery(ideaQuery(initiativeId))
  const [open, setOpen] = useState(false)
  const disabledReason = idea.data && whyNot('initiatives.share', me, idea.data.right)
  useCommands([
    {
      id: 'draft.share',
      title: 'Share this draft',
      group: 'This draft',
      words: 'readers authors invite',
      run: () => setOpen(true),
      disabledReason,
    },
  ])
  return (
    <>
      <Button
        kind="bare"
        className="max-sm:hidden"
        disabledReason={disabledReason}
        onClick={() => setOpen(true)}
      >
        Share
      </Button>
      <Suspense>
        {open && idea.data && <ShareDialog idea={idea.data} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
