import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../../api.ts'

export type Kind = Outputs['narratives']['kinds'][number]
export type Part = Kind['parts'][number]

/** The kind of document, with its parts and their guidance. It changes about never. */
export function useKind(id: string | undefined): Kind | undefined {
  const { data } = useQuery(api.narratives.kinds.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  return data?.find((kind) => kind.id === id)
}

/** “Name the product and what its customer can now do, in one line.” out of a longer guidance. */
export function firstSentence(text: string): string {
  return /^.*?[.?!](?=\s|$)/su.exec(text)?.[0] ?? text
}

/** What an empty part says on the paper itself: what it is, and the first thing to know about it. */
export function hintsOf(kind: Kind | undefined): Record<string, string> {
  const parts = kind?.parts ?? []
  return Object.fromEntries(parts.map((part) => [part.id, part.label]))
}

/** Parts an import brought that no template names. */
export function labelOf(kind: Kind | undefined, part: string): string {
  return kind?.parts.find(({ id }) => id === part)?.label ?? (part === 'other' ? 'Other' : part)
}
