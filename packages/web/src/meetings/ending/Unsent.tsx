import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import { OwnCard } from '../reading/OwnCard.tsx'
import type { Unsent as Kept } from '../reading/outbox.ts'
import { useOwn } from '../reading/useOwn.ts'
import { readKept, useKeptKey } from '../room/kept.ts'

/** What one wrote with the line cut, when the meeting closed or one's own time ended before it arrived. */
export function Unsent() {
  const key = useKeptKey('unsent')
  const [isThere] = useState(() => (readKept<Kept[]>(key) ?? []).length > 0)
  return isThere && <Late />
}

function Late() {
  const work = useOwn([])
  const late = work.items.filter(({ at }) => at !== 'server')
  if (late.length === 0) return null
  return (
    <Section title="What did not arrive">
      <p className="text-ink-2">
        You wrote it while the line was cut. Notes go to your margin now; a question is no longer asked in
        this meeting.
      </p>
      <div className="mt-4 flex flex-col gap-5">
        {late.map((own) => (
          <OwnCard key={own.id} own={own} work={work} sealed={false} quoted over />
        ))}
      </div>
    </Section>
  )
}
