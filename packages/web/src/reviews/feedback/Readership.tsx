import { readershipWarning } from '@foreword/core/reviews/feedback/feedback'
import { useQuery } from '@tanstack/react-query'
import { api, type Inputs } from '../../api.ts'
import { useMe } from '../../people/me.ts'

/** F1: how many have read it and from where, with a warning when that is nobody. */
export function ReadershipLine({ initiativeId }: { initiativeId: string }) {
  // the id comes out of the address: what is none the server refuses
  const id = initiativeId as Inputs['feedback']['readership']['initiativeId']
  const found = useQuery(api.feedback.readership.queryOptions({ input: { initiativeId: id } }))
  const { functionalAreas } = useMe().workspace.settings
  if (!found.data) return null
  const { readers, asked, areas } = found.data
  const warning = readershipWarning(found.data)
  const labels = functionalAreas.filter(({ id }) => areas.includes(id)).map(({ label }) => label)
  return (
    <p>
      {asked > 0 && (
        <>
          {readers} of {asked} who were asked {asked === 1 || readers === 1 ? 'has' : 'have'} read it
          {labels.length > 0 && ` (${labels.join(', ')})`}.{' '}
        </>
      )}
      {warning !== null && <span className="text-amber">{warning}</span>}
    </p>
  )
}
