import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { Link } from '../router.tsx'

/** The pages of an idea, for a head that stands on one of its documents. */
export function ideaTabs(initiativeId: string): ReactNode {
  return (
    <Link href={paths.narrative({ initiativeId })} aria-current="page" className="draft-tab">
      Narrative
    </Link>
  )
}
