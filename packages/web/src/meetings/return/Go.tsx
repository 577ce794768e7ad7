import type { ReactNode } from 'react'
import { paths, withSearch } from '../../paths.ts'
import { Link } from '../../router.tsx'
import { useRoomNow } from '../room/context.ts'

interface Props {
  page: number
  line: number
  onGo: ((line: number) => void) | undefined
  children: ReactNode
}

const look =
  'rounded-small text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent pointer-coarse:py-2'

/** To a line of the edition: on the pages below where there are some, and else where it can be read. */
export function Go({ line, onGo, children }: Props) {
  const { room } = useRoomNow()
  if (onGo)
    return (
      <button type="button" className={look} onClick={() => onGo(line)}>
        {children}
      </button>
    )
  const href = withSearch(paths.edition({ editionId: room.edition.id }), { line: String(line) })
  return (
    <Link href={href} className={look}>
      {children}
    </Link>
  )
}
