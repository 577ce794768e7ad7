import { stageLabels } from '@foreword/core/initiatives/stages'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { api, type Outputs } from '../api.ts'
import { paths, withSearch } from '../paths.ts'
import { go, useSearch } from '../router.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty, Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { List, Page, Row, TextLink } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'

type Hit = Outputs['search']['documents']['hits'][number]

const PAUSE_MS = 200
const AT_ONCE = 20
const MOST = 100

/** What is looked for stands in the address: it can be sent to a colleague, and *back* comes back to what was found. */
export function SearchPage() {
  const asked = (useSearch().get('for') ?? '').trim().slice(0, 200)
  return (
    <Page title="Search">
      <Words asked={asked} />
      {asked === '' ? <BeforeTheFirst /> : <Found asked={asked} />}
    </Page>
  )
}

/** The box. The address follows when the typing rests. */
function Words({ asked }: { asked: string }) {
  const [text, setText] = useState(asked)
  const sent = useRef(asked)
  // another address than the one that was typed: a step back, or the palette
  useEffect(() => {
    if (asked !== sent.current) setText(asked)
    sent.current = asked
  }, [asked])
  useEffect(() => {
    const words = text.trim()
    if (words === sent.current) return
    const timer = setTimeout(() => {
      sent.current = words
      go(withSearch(paths.search(), { for: words || undefined }), { replace: true })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <search className="mt-6 block">
      <Field
        label="Words to find"
        hideLabel
        type="search"
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={text}
        placeholder="Words in an idea, its answers or a document"
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </search>
  )
}

function BeforeTheFirst() {
  return (
    <div className="mt-6">
      <Empty>
        Finds what stands in the ideas you may read, in their five answers, their drafts and their last
        editions. The last word counts as far as you have typed it; “in quotes” is found as it stands,{' '}
        <i>or</i> is between two, and a - goes before a word that may not be there.
      </Empty>
    </div>
  )
}

function Found({ asked }: { asked: string }) {
  const [wanted, setWanted] = useState({ asked, most: AT_ONCE })
  const most = wanted.asked === asked ? wanted.most : AT_ONCE
  const found = useQuery(
    api.search.documents.queryOptions({ input: { text: asked, most }, placeholderData: keepPreviousData }),
  )
  if (found.isPending) return <Loading what="Searching" />
  if (found.isError)
    return <ErrorNote className="mt-6" error={found.error} retry={() => void found.refetch()} />
  const { hits, more } = found.data
  return (
    <>
      <p role="status" className="mt-5 mb-2 text-small text-ink-2">
        {spoken(hits.length, more)}
      </p>
      {hits.length > 0 && (
        <List label="Found">
          {hits.map((hit) => (
            <HitRow key={hit.document?.id ?? hit.initiative.id} hit={hit} />
          ))}
        </List>
      )}
      {more && most < MOST && (
        <div className="mt-4">
          <Button busy={found.isPlaceholderData} onClick={() => setWanted({ asked, most: most + AT_ONCE })}>
            Show more
          </Button>
        </div>
      )}
      {more && most >= MOST && (
        <p className="mt-4 text-small text-ink-3">There is more: add a word to find the one you want.</p>
      )}
    </>
  )
}

function spoken(count: number, more: boolean): string {
  if (count === 0) return 'Nothing you may read has these words. Try fewer of them, or another form.'
  if (more) return `The first ${count}`
  return count === 1 ? 'One found' : `${count} found`
}

function HitRow({ hit }: { hit: Hit }) {
  const { initiative, document, edition, part, snippet, marks, changedAt } = hit
  const idea = paths.idea({ initiativeId: initiative.id })
  return (
    <Row
      href={hrefOf(hit) ?? idea}
      detail={
        <>
          {snippet !== '' && (
            <p className="font-text text-read text-ink-2">
              <Marked text={snippet} marks={marks} />
            </p>
          )}
          <p className="mt-0.5">
            {document ? (
              <>
                {[edition ? `Edition ${edition.number}` : 'Draft', part].filter(Boolean).join(', ')} ·{' '}
                <TextLink href={idea}>{initiative.name}</TextLink>
              </>
            ) : (
              ['Idea', part].filter(Boolean).join(', ')
            )}
            {` · ${stageLabels[initiative.stage]}`}
          </p>
        </>
      }
      aside={
        <span className="text-small">
          <RelativeTime at={changedAt} />
        </span>
      }
    >
      <span className="font-text text-lead font-semibold">{document?.title || initiative.name}</span>
    </Row>
  )
}

/** Where the words stand. */
function hrefOf({ document, edition, block }: Hit): string | null {
  const at = block === null ? '' : `?block=${block}`
  if (edition) return paths.edition({ editionId: edition.id }) + at
  return document && paths.draft({ narrativeId: document.id }) + at
}

function Marked({ text, marks }: { text: string; marks: Hit['marks'] }) {
  const shown: ReactNode[] = []
  let at = 0
  for (const { from, to } of marks) {
    shown.push(
      text.slice(at, from),
      <mark key={from} className="bg-mark text-ink">
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  return [...shown, text.slice(at)]
}
