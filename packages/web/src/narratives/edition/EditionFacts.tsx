import { useState } from 'react'
import type { Outputs } from '../../api.ts'
import { copyText } from '../../ui/clipboard.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Characters } from '../Characters.tsx'
import { minutes } from '../sheet/minutes.ts'

/** What an edition is: number, name, who wrote it, when it was frozen, and the hash that everything cites. */
export function EditionFacts({ edition }: { edition: Outputs['narratives']['edition'] }) {
  const { extent } = edition
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2.5 text-small text-ink-2 xl:flex-col">
      <Fact name="Edition">
        <span className="font-text text-lead font-semibold text-ink">{edition.number}</span>
        {edition.name && <span className="block text-ink">{edition.name}</span>}
      </Fact>
      <Fact name="Frozen">
        <RelativeTime at={edition.frozenAt} /> by {edition.frozenBy.name}
      </Fact>
      <Fact name={edition.authors.length === 1 ? 'Author' : 'Authors'}>
        {edition.authors.map(({ name }) => name).join(', ')}
      </Fact>
      <Fact name="To read">
        <span className="figures">
          {extent.pages} {extent.pages === 1 ? 'page' : 'pages'}, {extent.lines} lines,{' '}
          {minutes(extent.readingMinutes)}
        </span>
      </Fact>
      {extent.pressReleasePages > 0 && (
        <Fact name="Press release">
          {extent.pressReleasePages} {extent.pressReleasePages === 1 ? 'page' : 'pages'}
        </Fact>
      )}
      {edition.missingGlyphs.length > 0 && (
        <Fact name="Not in our typefaces">
          <span className="text-amber">
            <Characters of={edition.missingGlyphs} />: an empty box for each in the PDF
          </span>
        </Fact>
      )}
      <Fact name="SHA-256">
        <Hash hash={edition.hash} />
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-tiny text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The first twelve digits are enough to read out; pressing copies all sixty-four. */
function Hash({ hash }: { hash: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <button
      type="button"
      title={`${hash}\nPress to copy`}
      onClick={() => void copyText(hash).then(setCopied)}
      className="rounded-small font-mono text-tiny hover:text-ink"
    >
      {hash.slice(0, 12)}
      <span className="sr-only">, press to copy the whole hash</span>
      <span role="status" className="font-ui text-accent">
        {copied && ' copied'}
      </span>
    </button>
  )
}
