import { useEffect } from 'react'
import { later } from '../../../later.tsx'
import { LinkPage } from './LinkPage.tsx'

// it comes while the link is being looked at
const ReadingPage = later(() => import('./ReadingPage.tsx').then((loaded) => loaded.ReadingPage))

const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** By the secret in a letter somebody comes in; then the request stands in its place, which opens nothing by itself. */
export function OutsidePage({ by }: { by: string }) {
  useEffect(() => ReadingPage.prefetch(), [])
  return isId.test(by) ? <ReadingPage requestId={by} /> : <LinkPage token={by} />
}
