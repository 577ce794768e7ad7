import type { Page } from './router.tsx'

/** What a noun brings to the shell. Its pages are loaded when they are first opened. */
export interface Noun {
  /** Its entry in the rail; here as long as the address is under it. */
  rail?: { label: string; href: string }
  pages: readonly Page[]
}
