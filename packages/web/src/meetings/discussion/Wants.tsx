import { oneQuestion, wantLabels } from '@foreword/core/meetings/labels'
import type { Tally } from '@foreword/core/meetings/room'

/** `6 yes, 2 not yet, 1 no`. */
export function tallyWords({ yes, notYet, no }: Tally): string {
  const said = [
    [yes, 'yes'],
    [notYet, 'not yet'],
    [no, 'no'],
  ].filter(([count]) => count !== 0)
  return said.length === 0 ? 'Nobody answered.' : said.map((part) => part.join(' ')).join(', ')
}

/** R18, opened with the questions: never a gate, and without names. */
export function Wants({ tally }: { tally: Tally }) {
  return (
    <section>
      <p className="text-ink-2">{oneQuestion}</p>
      <p className="mt-1 font-text text-[1.5625rem] leading-[1.3] first-letter:uppercase">
        {tallyWords(tally)}
      </p>
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
