import type { Inputs, Outputs } from '../../api.ts'
import type { Kind } from '../../narratives/sheet/kind.ts'

type From = Inputs['iterations']['start']['from']

export interface Beginning {
  /** Names it in a list. */
  value: string
  label: string
  from: From
}

/**
 * What the document of an iteration may begin as: a copy of a draft or an edition, the latest first, or a template. One
 * begun from a template takes the latest draft further.
 */
export function beginningsOf(
  drafts: Outputs['narratives']['list'],
  editions: Outputs['narratives']['editions'],
  kinds: readonly Kind[],
): { copies: Beginning[]; templates: Beginning[] } {
  const named = (title: string) => (title === '' ? 'without a headline yet' : `“${title}”`)
  const latest = drafts.toReversed()
  return {
    copies: [
      ...latest.map(({ id, title }) => ({
        value: id,
        label: `The draft ${named(title)}`,
        from: { as: 'draft', narrativeId: id } satisfies From,
      })),
      ...editions.map(({ id, number, title }) => ({
        value: id,
        label: `Edition ${number} of ${named(title)}`,
        from: { as: 'edition', editionId: id } satisfies From,
      })),
    ],
    templates: kinds.map(({ id, label }) => ({
      value: id,
      label,
      from: { as: 'template', kind: id, parent: latest[0]?.id ?? null } satisfies From,
    })),
  }
}
