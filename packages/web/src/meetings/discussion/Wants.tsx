import { oneQuestion, wantLabels } from '@foreword/core/meetings/labels'
import type { Tally } from '@foreword/core/meetings/room'
import { useRoomNow } from '../room/context.ts'
import { dayInside } from '../words.ts'

/** `6 yes, 2 not yet, 1 no`. */
export function tallyWords({ yes, notYet, no }: Tally): string {
  const said = [
    [yes, 'yes'],
    [notYet, 'not yet'],
    [no, 'no'],
  ].filter(([count]) => count !== 0)
  return said.length === 0 ? 'Nobody answered.' : said.map((part) => part.join(' ')).join(', ')
}

/** R18, edition by edition: counts, and nobody in them. */
export function Moved({ tally }: { tally: Tally }) {
  const { room } = useRoomNow()
  if (tally.before.length === 0) return null
  const rows = [...tally.before, { ...tally, edition: room.edition.number, at: null }]
  return (
    <table className="mt-4 w-full max-w-measure text-small figures">
      <caption className="sr-only">How the answers moved since the meetings before</caption>
      <thead className="text-ink-3">
        <tr>
          <th scope="col" className="py-1.5 text-left font-normal">
            Read
          </th>
          {(['yes', 'not-yet', 'no'] as const).map((want) => (
            <th key={want} scope="col" className="w-16 py-1.5 text-right font-normal">
              {wantLabels[want]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ edition, at, yes, notYet, no }) => (
          <tr key={at ?? 'now'} className="border-t border-rule">
            <th scope="row" className="py-1.5 text-left font-normal">
              Edition {edition}
              <span className="text-ink-3">
                , {at === null ? 'now' : dayInside(new Date(at), new Date())}
              </span>
            </th>
            {[yes, notYet, no].map((count, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: always the three answers in their order
              <td key={place} className="py-1.5 text-right">
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** R18, opened with the questions: never a gate, and without names. */
export function Wants({ tally }: { tally: Tally }) {
  return (
    <section>
      <p className="text-ink-2">{oneQuestion}</p>
      <p className="mt-1 font-text text-[1.5625rem] leading-[1.3] first-letter:uppercase">
        {tallyWords(tally)}
      </p>
      <Moved tally={tally} />
      <ul className="mt-5 border-b border-rule empty:border-0">
        {tally.answers.map(({ want, because }) => (
          <li
            key={`${want} ${because}`}
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 border-t border-rule py-3"
          >
            <span className="text-small text-ink-3">{wantLabels[want]}</span>
            <span className="font-text text-read">{because}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
