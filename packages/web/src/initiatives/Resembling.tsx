import { stageLabels } from '@foreword/core/initiatives/stages'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { Link } from '../router.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'

const PAUSE_MS = 300

/** Earlier ideas like the headline that is being typed. They hold nobody up: what is typed stays, a link opens beside it. */
export function Resembling({ title }: { title: string }) {
  const asked = useRested(title.trim().slice(0, 200))
  const { data = [] } = useQuery(
    api.initiatives.resembling.queryOptions({
      input: { title: asked },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const found = asked === '' ? [] : data
  return (
    <section aria-label="Ideas like it">
      <p role="status" className={found.length === 0 ? 'sr-only' : 'mt-6 text-small font-medium text-ink-2'}>
        {found.length > 0 &&
          `${found.length === 1 ? 'An earlier idea resembles' : `${found.length} earlier ideas resemble`} this`}
      </p>
      {found.length > 0 && (
        <ul className="mt-2 border-b border-rule">
          {found.map(({ id, name, stage, stageSince, owner, reason }) => (
            <li key={id} className="border-t border-rule py-2.5">
              <Link
                href={paths.idea({ initiativeId: id })}
                target="_blank"
                className="font-text font-semibold wrap-break-word hover:text-accent hover:underline hover:underline-offset-3"
              >
                {name}
                <span className="sr-only"> (opens in a new tab)</span>
              </Link>
              {reason !== '' && (
                <p className="mt-0.5 line-clamp-3 font-text wrap-break-word text-ink-2">{reason}</p>
              )}
              <p className="mt-0.5 text-small text-ink-3">
                {stageLabels[stage]} · <RelativeTime at={stageSince} /> · {owner.name}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** `value` as it was when it last stood still. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
