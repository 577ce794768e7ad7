import { piecesOf } from '@foreword/core/reviews/mention'

interface Props {
  text: string
  mentioned: readonly { id: string; name: string }[]
}

/** What somebody said, with the names of those it mentions as they are now. */
export function Said({ text, mentioned }: Props) {
  const names = new Map(mentioned.map(({ id, name }) => [id, name]))
  return piecesOf(text).map((piece, at) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      // the same person may be mentioned twice, and pieces never change places
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={at} className="font-medium text-ink">
        @{names.get(piece.mentioned) ?? 'somebody'}
      </span>
    ),
  )
}
