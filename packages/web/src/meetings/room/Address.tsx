import type { ReactNode } from 'react'
import { TextLink } from '../../ui/Page.tsx'
import { useIsGuest } from './context.ts'
import { useIsDemonstration } from './demonstration.ts'

/** A link to something of this meeting; its words alone where nothing of it is stored. */
export function Address({ href, children }: { href: string; children: ReactNode }) {
  const [isGuest, isDemonstration] = [useIsGuest(), useIsDemonstration()]
  return isGuest || isDemonstration ? children : <TextLink href={href}>{children}</TextLink>
}
