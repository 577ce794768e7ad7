import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { Door } from '../../start/Door.tsx'

/** W11: the guide comes first. One act, and it is yours to write in. */
export function GuideDoor() {
  const duplicate = useMutation(
    api.narratives.duplicateGuide.mutationOptions({
      onSuccess: ({ narrativeId }) => go(paths.draft({ narrativeId })),
    }),
  )
  return (
    <Door
      title="Duplicate the guide"
      says="A PR/FAQ we wrote about a made-up product, with what each part is for and how to hold its meeting. The copy is yours: write over it."
      act="Duplicate the guide"
      busy={duplicate.isPending}
      error={duplicate.error}
      onOpen={() => duplicate.mutate({})}
    />
  )
}
