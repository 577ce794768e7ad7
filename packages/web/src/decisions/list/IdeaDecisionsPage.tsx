import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { IdeaFrame } from '../../initiatives/IdeaFrame.tsx'
import type { Idea } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { go } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { DecisionLines } from './DecisionLines.tsx'

export function IdeaDecisionsPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Decisions" width="page">
      {(idea) => <IdeaDecisions idea={idea} />}
    </IdeaFrame>
  )
}

function IdeaDecisions({ idea }: { idea: Idea }) {
  const me = useMe()
  const input = { initiativeId: idea.id }
  const decisions = useQuery(api.decisions.list.queryOptions({ input: { ...input, limit: 200 } }))
  const reason = whyNot('decisions.record', me, idea.right)
  const record = () => go(paths.recordDecision(input))
  useCommands([
    {
      id: 'decisions.record',
      title: 'Record a decision',
      group: 'This idea',
      keys: 'n',
      run: record,
      disabledReason: reason,
    },
  ])
  const button = (
    <Button kind="go" shortcut="N" disabledReason={reason} onClick={record}>
      Record a decision
    </Button>
  )
  if (decisions.isPending) return <Loading />
  if (decisions.isError)
    return <ErrorNote className="mt-6" error={decisions.error} retry={() => void decisions.refetch()} />
  if (decisions.data.length === 0)
    return (
      <div className="mt-8">
        <Empty underRule title="Nothing is decided yet." action={button}>
          A meeting that is to decide ends with a decision on the edition it has read. One that was taken
          elsewhere is recorded here: who decided, what, and because of what; most often it is no, and that is
          worth as much.
        </Empty>
      </div>
    )
  return (
    <>
      <div className="mt-6">{button}</div>
      <div className="mt-5">
        <DecisionLines lines={decisions.data} onIdea />
      </div>
    </>
  )
}
