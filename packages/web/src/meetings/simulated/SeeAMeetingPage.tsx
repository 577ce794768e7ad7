import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { Demonstration } from './Demonstration.tsx'

/** The third door: a whole meeting on the guide, alone and in a few minutes, in the very room of a real one. */
export function SeeAMeetingPage() {
  const { person } = useMe()
  const guide = useQuery(
    api.narratives.guideEdition.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY }),
  )
  if (guide.data) return <Demonstration edition={guide.data} me={{ id: person.id, name: person.name }} />
  return (
    <div className="mx-auto max-w-page px-4 py-10 sm:px-10">
      <title>See a meeting · Foreword</title>
      {guide.isError ? (
        <>
          <ErrorNote error={guide.error} retry={() => void guide.refetch()} />
          <p className="mt-4">
            <TextLink href={paths.start()}>Back to the doors</TextLink>
          </p>
        </>
      ) : (
        <Loading what="Setting the guide’s pages" />
      )}
    </div>
  )
}
