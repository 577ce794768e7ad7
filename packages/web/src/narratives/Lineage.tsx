import type { Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { TextLink } from '../ui/Page.tsx'

interface Props {
  of: Outputs['narratives']['get']['copyOf']
  kind: string
}

/** N8: what a document is a copy of, as far as that is shared with whoever reads this. */
export function Lineage({ of, kind }: Props) {
  if (of === null) return null
  switch (of.from) {
    case 'guide':
      return kind === 'pr-faq' ? ' · a copy of the guide' : ' · a copy of the example'
    case 'hidden':
      return ' · a copy of a document that is not shared with you'
    case 'document':
      return (
        <>
          {' · a copy of '}
          <TextLink href={paths.draft(of)}>{of.title || 'a document without a headline'}</TextLink>
        </>
      )
  }
}
