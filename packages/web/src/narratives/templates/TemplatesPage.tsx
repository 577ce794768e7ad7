import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { fieldErrors } from '../../refusal.ts'
import { go } from '../../router.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { List, Page, Row } from '../../ui/Page.tsx'
import type { Kind } from '../sheet/kind.ts'
import { useKindActs } from './useKindActs.ts'
import { kindFacts } from './words.ts'

/** The kinds of document of this company, each a template to read, change, copy and carry away. */
export function TemplatesPage() {
  const reason = whyNot('narratives.saveKind', useMe())
  const kinds = useQuery(api.narratives.kinds.queryOptions())
  const acts = useKindActs()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const hide = (id: string) => (isHidden: boolean) =>
    setHidden((ids) => {
      const next = new Set(ids)
      if (isHidden) next.add(id)
      else next.delete(id)
      return next
    })
  return (
    <Page
      title="Templates"
      kicker="Kinds of document"
      lead="A kind of document is a list of parts, each with what it is for and how a reader tells a good one. Change them to the way your company writes: documents that exist stay whole."
      actions={
        <>
          <BringTemplate acts={acts} disabledReason={reason} />
          <Button kind="go" disabledReason={reason} onClick={() => go(paths.newTemplate())}>
            A new kind
          </Button>
        </>
      }
    >
      {acts.bring.error && <BringRefused error={acts.bring.error} />}
      {kinds.isPending && <Loading what="Looking for the templates" />}
      {kinds.isError && <ErrorNote className="mt-6" error={kinds.error} retry={() => void kinds.refetch()} />}
      {kinds.data && (
        <div className="mt-8">
          <List label="Kinds of document">
            {kinds.data
              .filter(({ id }) => !hidden.has(id))
              .map((kind) => (
                <Row
                  key={kind.id}
                  href={paths.template({ kindId: kind.id })}
                  detail={
                    <>
                      <span className="block text-ink-2">{kind.purpose}</span>
                      {kindFacts(kind)}
                    </>
                  }
                  aside={
                    <>
                      <ButtonLink href={paths.template({ kindId: kind.id })}>
                        {reason === undefined ? 'Edit' : 'Look at it'}
                        <span className="sr-only"> {kind.label}</span>
                      </ButtonLink>
                      <Menu
                        label="…"
                        name={`More for ${kind.label}`}
                        kind="bare"
                        entries={entriesFor(kind, acts, reason, hide(kind.id))}
                      />
                    </>
                  }
                >
                  {kind.label}
                </Row>
              ))}
          </List>
        </div>
      )}
    </Page>
  )
}

type Acts = ReturnType<typeof useKindActs>

function entriesFor(
  kind: Kind,
  acts: Acts,
  disabledReason: string | undefined,
  hide: (hidden: boolean) => void,
): MenuEntry[] {
  const kindId = kind.id
  return [
    {
      id: 'duplicate',
      label: 'Duplicate',
      detail: 'An independent copy to change',
      disabledReason,
      run: () =>
        acts.duplicate.mutate({ kindId }, { onSuccess: ({ id }) => go(paths.template({ kindId: id })) }),
    },
    {
      id: 'file',
      label: 'Save as a file',
      detail: 'To take it to another company',
      run: () => download(`/api/kinds/${kindId}/file`),
    },
    ...(kind.origin === 'edited'
      ? [
          {
            id: 'reset',
            label: 'Back to the default',
            detail: 'As it ships',
            disabledReason,
            run: () => void acts.reset(kind),
          },
        ]
      : []),
    ...(kind.origin === 'added'
      ? [
          {
            id: 'remove',
            label: 'Remove',
            detail: 'While no document is of this kind',
            disabledReason,
            run: () => acts.remove(kind, hide),
          },
        ]
      : []),
  ]
}

/** As a link with `download` does; the server names the file. */
function download(href: string) {
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}

function BringTemplate({ acts, disabledReason }: { acts: Acts; disabledReason: string | undefined }) {
  return (
    <FileButton
      label="A template file"
      accept=".json,application/json"
      busy={acts.bring.isPending}
      disabledReason={disabledReason}
      onFiles={([file]) => file && acts.bring.mutate({ file }, { onSuccess: acts.brought })}
    >
      Bring from a file
    </FileButton>
  )
}

/** Which fields of the file were wrong, so that whoever made it can mend it. */
function BringRefused({ error }: { error: unknown }) {
  const fields = Object.entries(fieldErrors(error))
  return (
    <div className="mt-6">
      <ErrorNote error={error} safe="Your own file is as it was." />
      {fields.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-small text-ink-2">
          {fields.slice(0, 8).map(([field, message]) => (
            <li key={field}>
              <span className="font-mono text-tiny">{field}</span>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
