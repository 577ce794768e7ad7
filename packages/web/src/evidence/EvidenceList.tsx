import { evidenceKinds, provenances } from '@foreword/core/initiatives/answers'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs } from '../api.ts'
import type { Idea } from '../initiatives/idea.ts'
import { evidenceKindWords, provenanceWords } from '../initiatives/words.ts'
import { notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Empty, Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Select } from '../ui/Field.tsx'
import { TextLink } from '../ui/Page.tsx'
import { useDropTarget } from '../ui/useDropTarget.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import { evidenceChanged } from './evidence.ts'
import { AddFiles, pastedFiles } from './files/AddFiles.tsx'
import { PieceFiles } from './files/PieceFiles.tsx'
import { addFiles } from './files/uploads.ts'
import { fullReason } from './files/words.ts'

type Piece = Outputs['evidence']['list']['pieces'][number]

export function EvidenceList({ idea, mayNot }: { idea: Idea; mayNot: string | undefined }) {
  const [kind, setKind] = useState<Piece['kind']>()
  const [provenance, setProvenance] = useState<Piece['provenance']>()
  const list = useInfiniteQuery(
    api.evidence.list.infiniteOptions({
      input: (before: number | undefined) => ({ initiativeId: idea.id, kind, provenance, before, most: 50 }),
      initialPageParam: undefined,
      getNextPageParam: ({ pieces, more }) => (more ? pieces.at(-1)?.seq : undefined),
    }),
  )
  const pieces = list.data?.pages.flatMap((page) => page.pieces) ?? []
  const filtered = kind !== undefined || provenance !== undefined
  // not while it loads: a filter that is left must not vanish under the hand
  const none = list.isSuccess && pieces.length === 0 && !filtered
  return (
    <section aria-labelledby="gathered" className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="gathered" className="mr-auto font-text text-lead font-semibold">
          Gathered
        </h2>
        {!none && (
          <div className="grid grid-cols-2 gap-2 max-sm:w-full">
            <Select
              label="Show the kind"
              hideLabel
              quiet
              value={kind ?? ''}
              onChange={({ currentTarget }) =>
                setKind(evidenceKinds.find((one) => one === currentTarget.value))
              }
            >
              <option value="">Every kind</option>
              {evidenceKinds.map((one) => (
                <option key={one} value={one}>
                  {evidenceKindWords[one]}
                </option>
              ))}
            </Select>
            <Select
              label="Show how we know"
              hideLabel
              quiet
              value={provenance ?? ''}
              onChange={({ currentTarget }) =>
                setProvenance(provenances.find((one) => one === currentTarget.value))
              }
            >
              <option value="">However we know</option>
              {provenances.map((one) => (
                <option key={one} value={one}>
                  {provenanceWords[one]}
                </option>
              ))}
            </Select>
          </div>
        )}
      </div>
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && pieces.length === 0 && (
        <Empty underRule>
          {filtered
            ? 'Nothing of this kind yet. What is missing here is what the room will ask for.'
            : 'Nothing is gathered yet. Write down what a customer said on the day they said it, one finding a note; the first sixty are the answer to “How do you know?”.'}
        </Empty>
      )}
      <ol aria-label="Evidence" className="mt-3">
        {pieces.map((piece) => (
          <OnePiece key={piece.id} idea={idea} piece={piece} mayNot={mayNot} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          kind="bare"
          className="-ml-3.5"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </section>
  )
}

/** What is dropped on it, or pasted while something in it has the cursor, is a file of it. */
function OnePiece(props: { idea: Idea; piece: Piece; mayNot: string | undefined }) {
  const { idea, piece, mayNot } = props
  const add = (files: readonly File[]) =>
    void addFiles({ initiativeId: idea.id, evidenceId: piece.id }, mayNot ? [] : files)
  const drop = useDropTarget((data) => add([...data.files]))
  return (
    <li
      {...drop.handlers}
      className={`border-t border-rule py-3.5 ${drop.over && !mayNot ? 'outline-2 outline-accent' : ''}`}
      onPaste={(event) => {
        const files = pastedFiles(event.clipboardData)
        if (files.length > 0) event.preventDefault()
        add(files)
      }}
    >
      <PieceText {...props} add={add} />
      <PieceFiles of={{ initiativeId: idea.id, evidenceId: piece.id }} files={piece.files} mayNot={mayNot} />
    </li>
  )
}

interface TextProps {
  idea: Idea
  piece: Piece
  mayNot: string | undefined
  add: (files: readonly File[]) => void
}

function PieceText({ idea, piece, mayNot, add }: TextProps) {
  const [open, setOpen] = useState(false)
  const done = { onSuccess: () => evidenceChanged(idea.id) }
  const change = useMutation(api.evidence.change.mutationOptions(done))
  const capture = useMutation(api.evidence.capture.mutationOptions(done))
  const remove = useMutation(api.evidence.remove.mutationOptions(done))
  const { id, statement, source, date, kind, provenance, link } = piece
  const fields = { statement, source, date, kind, provenance, link }
  const which = <span className="sr-only"> “{statement.slice(0, 60)}”</span>
  if (open)
    return (
      <EvidenceForm
        begin={fields}
        error={change.error}
        onSubmit={(text) =>
          change.mutate({ initiativeId: idea.id, id, ...text }, { onSuccess: () => setOpen(false) })
        }
        actions={
          <>
            <Button type="submit" kind="go" busy={change.isPending}>
              Save
            </Button>
            <Button kind="bare" onClick={() => setOpen(false)}>
              Leave it as it was
            </Button>
          </>
        }
      />
    )
  // by its own id, so that what is linked to it is linked again
  const putBack = () => capture.mutate({ initiativeId: idea.id, ...fields, id })
  return (
    <>
      <p className="max-w-measure font-text text-read whitespace-pre-line">
        {statement || 'Not written yet'}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
        <span className="mr-auto">
          {[evidenceKindWords[kind], provenanceWords[provenance], source, date].filter(Boolean).join(' · ')}
          {/^https?:\/\//i.test(link) && (
            <>
              {' · '}
              <TextLink href={link}>Look at it</TextLink>
            </>
          )}
        </span>
        {!mayNot && (
          <span className="-mx-3.5 flex flex-wrap">
            <AddFiles
              to={`“${statement.slice(0, 60)}”`}
              disabledReason={fullReason(piece.files.length)}
              onFiles={add}
            />
            <Button kind="bare" onClick={() => setOpen(true)}>
              Change{which}
            </Button>
            <Button
              kind="bare"
              busy={remove.isPending}
              onClick={() =>
                remove.mutate(
                  { initiativeId: idea.id, id },
                  { onSuccess: () => notifyUndo('A piece of evidence is removed.', putBack) },
                )
              }
            >
              Remove{which}
            </Button>
          </span>
        )}
      </div>
      {remove.isError && <ErrorNote className="mt-2" error={remove.error} />}
    </>
  )
}
