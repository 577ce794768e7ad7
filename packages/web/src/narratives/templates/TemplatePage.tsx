import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { isGone } from '../../refusal.ts'
import { go } from '../../router.tsx'
import { notify } from '../../shell/notices.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Page, TextLink } from '../../ui/Page.tsx'
import { blankTemplate, templateOf } from './editing.ts'
import { TemplateEditor } from './TemplateEditor.tsx'
import { useKindActs } from './useKindActs.ts'
import { kindFacts } from './words.ts'

const kicker = <TextLink href={paths.templates()}>Templates</TextLink>

/** One kind of document: its words and parts at the left, what a writer meets at the right. */
export function TemplatePage({ kindId }: { kindId: string }) {
  const kinds = useQuery(api.narratives.kinds.queryOptions())
  const reason = whyNot('narratives.saveKind', useMe())
  const acts = useKindActs()
  const kind = kinds.data?.find(({ id }) => id === kindId)
  if (kinds.isPending) return <Loading what="Opening the template" />
  if (isGone(kinds))
    return (
      <Page title="Template" kicker={kicker}>
        <ErrorNote className="mt-6" error={kinds.error} retry={() => void kinds.refetch()} />
      </Page>
    )
  if (kind === undefined)
    return (
      <Page title="No such template" kicker={kicker}>
        <div className="mt-6">
          <Empty action={<ButtonLink href={paths.templates()}>See all templates</ButtonLink>}>
            It was removed, or its address is not right.
          </Empty>
        </div>
      </Page>
    )
  return (
    <Page title={kind.label} kicker={kicker} lead={kindFacts(kind)} width="wide">
      <TemplateEditor
        // what somebody else kept meanwhile is met when keeping, not by words changing under the hand
        key={kind.id}
        saved={templateOf(kind)}
        disabledReason={reason}
        error={acts.save.error}
        busy={acts.save.isPending}
        act="Keep the template"
        onSave={async (template) => templateOf(await acts.keep(kind, template))}
      />
    </Page>
  )
}

/** A kind that is not there yet. */
export function NewTemplatePage() {
  const reason = whyNot('narratives.addKind', useMe())
  const acts = useKindActs()
  return (
    <Page
      title="A new kind of document"
      kicker={kicker}
      lead="Name it, say what it is for, and give each part what a writer should know and how a reader tells a good one."
      width="wide"
    >
      <TemplateEditor
        saved={blankTemplate}
        disabledReason={reason}
        error={acts.add.error}
        busy={acts.add.isPending}
        act="Add this kind"
        onSave={async (template) => {
          const kind = await acts.add.mutateAsync({ template })
          notify(`“${kind.label}” is here. Start one from any idea.`)
          go(paths.template({ kindId: kind.id }))
          return templateOf(kind)
        }}
      />
    </Page>
  )
}
