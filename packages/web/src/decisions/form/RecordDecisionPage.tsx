import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs, queryClient } from '../../api.ts'
import { ideaQuery } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { go, useSearch } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Page, TextLink } from '../../ui/Page.tsx'
import { decisionIdOf, editionIdOf, initiativeIdOf } from '../ids.ts'
import { About } from './About.tsx'
import { DecisionForm } from './DecisionForm.tsx'

/** Outside a meeting. `?supersedes` in the address is the decision that made somebody come here. */
export function RecordDecisionPage({ initiativeId }: { initiativeId: string }) {
  const me = useMe()
  const input = { initiativeId: initiativeIdOf(initiativeId) }
  const idea = useQuery(ideaQuery(initiativeId))
  const people = useQuery(api.people.list.queryOptions())
  const ideas = useQuery(api.initiatives.list.queryOptions({ input: { most: 200 } }))
  const editions = useQuery(api.narratives.editions.queryOptions({ input }))
  const decisions = useQuery(api.decisions.list.queryOptions({ input: { ...input, limit: 200 } }))
  const assumptions = useQuery(api.evidence.assumptions.queryOptions({ input: { ...input, most: 200 } }))
  const all = [idea, people, ideas, editions, decisions, assumptions]
  const failed = all.find(({ isError }) => isError)
  const reason = idea.data && whyNot('decisions.record', me, idea.data.right)
  return (
    <Page
      title="Record a decision"
      kicker={idea.data && <TextLink href={paths.ideaDecisions({ initiativeId })}>{idea.data.name}</TextLink>}
      lead="It is kept as it stands and never edited; a later decision can supersede it."
    >
      {failed && (
        <ErrorNote
          className="mt-6"
          error={failed.error}
          retry={() => {
            for (const query of all) void query.refetch()
          }}
        />
      )}
      {!failed && all.some(({ isPending }) => isPending) && <Loading />}
      {reason && <p className="mt-6 text-ink-2">{reason} Ask them to record what was decided.</p>}
      {!reason &&
        idea.data &&
        people.data &&
        ideas.data &&
        editions.data &&
        decisions.data &&
        assumptions.data && (
          <Recording
            idea={idea.data}
            people={people.data.filter(({ active }) => active)}
            ideas={ideas.data.initiatives.filter(({ id }) => id !== idea.data.id)}
            editions={editions.data}
            decisions={decisions.data}
            assumptions={assumptions.data.assumptions}
          />
        )}
    </Page>
  )
}

interface Props {
  idea: Outputs['initiatives']['get']
  people: Outputs['people']['list']
  ideas: Outputs['initiatives']['list']['initiatives']
  editions: Outputs['narratives']['editions']
  decisions: Outputs['decisions']['list']
  assumptions: Outputs['evidence']['assumptions']['assumptions']
}

function Recording({ idea, people, ideas, editions, decisions, assumptions }: Props) {
  const asked = useSearch().get('supersedes')
  const [chosenEarlier, setSupersedes] = useState<string>()
  const [chosenEdition, setEdition] = useState<string>()
  // derived until somebody chooses: the lists may still be on their way from the server
  const supersedes =
    chosenEarlier ?? decisions.find(({ id, superseded }) => id === asked && !superseded)?.id ?? ''
  // the newest edition is what has most likely been read; it can be seen and changed
  const edition = chosenEdition ?? editions.toSorted((a, b) => b.number - a.number)[0]?.id ?? ''
  const record = useMutation(
    api.decisions.record.mutationOptions({
      onSuccess(recorded) {
        queryClient.setQueryData(api.decisions.get.queryKey({ input: { decisionId: recorded.id } }), recorded)
        void queryClient.invalidateQueries({ queryKey: api.decisions.list.key() })
        void queryClient.invalidateQueries({ queryKey: api.initiatives.key() })
        if (recorded.supersedes) {
          const before = api.decisions.get.key({ input: { decisionId: recorded.supersedes } })
          void queryClient.invalidateQueries({ queryKey: before })
        }
      },
    }),
  )
  return (
    <div className="mt-8">
      <DecisionForm
        people={people}
        ideas={ideas}
        assumptions={assumptions}
        busy={record.isPending}
        error={record.error}
        onSubmit={(draft) =>
          record.mutate(
            {
              ...draft,
              initiativeId: idea.id,
              editionId: edition === '' ? null : editionIdOf(edition),
              supersedes: supersedes === '' ? null : decisionIdOf(supersedes),
            },
            { onSuccess: ({ id }) => go(paths.decision({ decisionId: id })) },
          )
        }
        actions={
          <Button kind="bare" onClick={() => go(paths.ideaDecisions({ initiativeId: idea.id }))}>
            Not now
          </Button>
        }
      >
        <About
          editions={editions}
          edition={edition}
          onEdition={setEdition}
          earlier={decisions}
          supersedes={supersedes}
          onSupersedes={setSupersedes}
        />
      </DecisionForm>
    </div>
  )
}
