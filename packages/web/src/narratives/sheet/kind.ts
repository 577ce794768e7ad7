import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../../api.ts'

export type Kind = Outputs['narratives']['kinds'][number]
export type Part = Kind['parts'][number]

/** The kinds of document, the usual one first. They change seldom: what was asked for a while ago still serves. */
export function useKinds(): readonly Kind[] {
  const { data } = useQuery(api.narratives.kinds.queryOptions({ staleTime: 60_000 }))
  return data ?? none
}

const none: readonly Kind[] = []

/** The kind of document, with its parts and their guidance. */
export function useKind(id: string | undefined): Kind | undefined {
  return useKinds().find((kind) => kind.id === id)
}

/** What an empty part says on the paper itself, and what its guidance is, by the part's name. */
export function hintsOf(kind: Kind | undefined): Record<'hints' | 'guidance', Record<string, string>> {
  const parts = kind?.parts ?? []
  return {
    hints: Object.fromEntries(parts.map((part) => [part.id, part.label])),
    guidance: Object.fromEntries(parts.map((part) => [part.id, part.guidance])),
  }
}

/** Parts an import brought that no template names. */
export function labelOf(kind: Kind | undefined, part: string): string {
  const label = kind?.parts.find(({ id }) => id === part)?.label
  if (label !== undefined) return label
  // a part that was taken out of the template: its name in words
  const words = part.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
