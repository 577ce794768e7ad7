import type { DecisionId } from '@foreword/core/ids'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Address } from '../room/Address.tsx'

/** The decision as it is spoken, as soon as it is on record. */
export function Recorded({ decisionId }: { decisionId: DecisionId }) {
  const decision = useQuery(api.decisions.get.queryOptions({ input: { decisionId } }))
  if (decision.isError) return <ErrorNote error={decision.error} retry={() => void decision.refetch()} />
  if (!decision.data) return <Loading />
  return (
    <div role="status">
      <p className="font-text text-[1.1875rem] leading-[1.6] text-pretty">
        {decision.data.sentence.map(({ text, strong }, at) =>
          strong ? (
            // the phrases of one sentence never change their places
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <b key={at} className="font-[650]">
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </p>
      <p className="mt-2">
        <Address href={paths.decision({ decisionId })}>Decision {decision.data.number}</Address>
      </p>
    </div>
  )
}
