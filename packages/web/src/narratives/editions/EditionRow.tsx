import type { Outputs } from '../../api.ts'
import { paths, withSearch } from '../../paths.ts'
import { Row, TextLink } from '../../ui/Page.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { minutes } from '../sheet/minutes.ts'
import { CitedBy } from './CitedBy.tsx'

interface Props {
  edition: Outputs['narratives']['editions'][number]
  /** What cites it; undefined while that is not known, or when nothing does. */
  citations: Outputs['meetings']['citations'][number] | undefined
}

export function EditionRow({ edition, citations }: Props) {
  const { extent } = edition
  const editionId = edition.id
  return (
    <Row
      href={paths.edition({ editionId })}
      detail={
        <>
          By {written(edition.authors)} · frozen <RelativeTime at={edition.frozenAt} /> by{' '}
          {edition.frozenBy.name} ·{' '}
          <span className="figures">
            {extent.pages} {extent.pages === 1 ? 'page' : 'pages'}, {minutes(extent.readingMinutes)}
          </span>{' '}
          ·{' '}
          <span
            className="figures"
            title={`PDF ${kilobytes(edition.size.pdf)}, all the rest ${kilobytes(edition.size.rest)}`}
          >
            {kilobytes(edition.size.pdf + edition.size.rest)}
            <span className="sr-only"> on disk</span>
          </span>{' '}
          · <span className="font-mono text-tiny">{edition.hash.slice(0, 12)}</span>
          {citations && <CitedBy citations={citations} />}
        </>
      }
      aside={
        <span className="flex items-center gap-4 text-small">
          {edition.number > 1 && <TextLink href={paths.changes({ editionId })}>What changed</TextLink>}
          <TextLink href={withSearch(paths.draftChanges(edition), { from: editionId })}>
            Against the draft<span className="sr-only">, edition {edition.number}</span>
          </TextLink>
          <a
            className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
            href={`/api/editions/${editionId}/pdf`}
            download
          >
            PDF<span className="sr-only"> of edition {edition.number}</span>
          </a>
        </span>
      }
    >
      Edition {edition.number}
      {edition.name && `, ${edition.name}`}
    </Row>
  )
}

const written = (authors: readonly { name: string }[]) =>
  new Intl.ListFormat('en').format(authors.map(({ name }) => name))

const kilobytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} kB`
