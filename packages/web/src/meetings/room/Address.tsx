import type { ReactNode } from 'react'
import { TextLink } from '../../ui/Page.tsx'
import { useIsDemonstration } from './demonstration.ts'

/** A link to something of this meeting; its words alone where nothing of it is stored. */
export function Address({ href, children }: { href: string; children: ReactNode }) {
  return useIsDemonstration() ? children : <TextLink href={href}>{children}</TextLink>
}
