import { type Side, sides } from '@foreword/core/initiatives/claims'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api, type Outputs } from '../api.ts'
import { evidenceKindWords } from '../initiatives/words.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { TextLink } from '../ui/Page.tsx'

export type Piece = Outputs['evidence']['list']['pieces'][number]

interface Props {
  initiativeId: Outputs['initiatives']['get']['id']
  /** On which side a piece stands already. */
  sideOf?: (id: string) => Side | undefined
  onChoose: (piece: Piece, side: Side) => void
  /** Where there are no sides: what the one button says. */
  act?: string
}
/** The idea's evidence, each piece to be put on either side of something, or to be taken for it. */
export function ChooseEvidence({ initiativeId, sideOf, onChoose, act }: Props) {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const list = useInfiniteQuery(
    api.evidence.list.infiniteOptions({
      input: (before: number | undefined) => ({ initiativeId, text, before, most: 30 }),
      initialPageParam: undefined,
      getNextPageParam: ({ pieces, more }) => (more ? pieces.at(-1)?.seq : undefined),
    }),
  )
  const pieces = list.data?.pages.flatMap((page) => page.pieces) ?? []
  return (
    <div>
      <Field
        label="Find a piece"
        type="search"
        autoFocus
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && pieces.length === 0 && (
        <p className="mt-4 text-ink-2">
          {text === '' ? (
            <>
              Nothing is gathered yet.{' '}
              <TextLink href={paths.ideaEvidence({ initiativeId: initiativeId })}>Keep a note</TextLink> of
              what you found, then link it here.
            </>
          ) : (
            'No piece says that. Try fewer words.'
          )}
        </p>
      )}
      <ul aria-label="Evidence" className="mt-3">
        {pieces.map((piece) => (
          <li
            key={piece.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-rule py-2.5"
          >
            <span className="min-w-0 flex-1 basis-56 wrap-break-word">
              {piece.statement || 'Not written yet'}
              <span className="block text-small text-ink-3">
                {[evidenceKindWords[piece.kind], piece.source].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="flex gap-1.5">
              {(act === undefined ? sides : (['for'] as const)).map((side) => (
                <Button
                  key={side}
                  aria-pressed={act === undefined ? sideOf?.(piece.id) === side : undefined}
                  kind={sideOf?.(piece.id) === side ? 'go' : 'plain'}
                  onClick={() => onChoose(piece, side)}
                >
                  {act ?? (side === 'for' ? 'For' : 'Against')}
                  <span className="sr-only"> “{piece.statement.slice(0, 60)}”</span>
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
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
    </div>
  )
}
