import type { RefObject } from 'react'
import { later } from '../../later.tsx'
import { Button } from '../../ui/Button.tsx'
import { ActButton } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { Accept } from './Accept.tsx'
import { Alike } from './Alike.tsx'
import { AskToo, Must } from './AskToo.tsx'
import { CallOn } from './calling.ts'
import { EndedAs } from './EndedAs.tsx'
import { EndStates, Hand } from './EndStates.tsx'
import { atHandIn, type Item, isOpenItem, nextItem } from './items.ts'
import type { SelectedLines } from './line.ts'
import { Note } from './Note.tsx'
import { QuestionTime } from './QuestionTime.tsx'
import { carriedWords, lineWords, othersOnLine } from './queue.ts'
import { Together } from './Together.tsx'
import { Turns } from './Turns.tsx'
import type { NoteWork } from './useNotes.ts'

/** Of those who have met before; what it is made of is what their cover sheet is made of. */
const AnsweredThen = later(() => import('../return/Cover.tsx').then((m) => m.AnsweredThen))

interface Props {
  phase: PhaseOf<'discussion'>
  items: readonly Item[]
  item: Item
  notes: NoteWork
  /** Brings a line into view, its own where none is named. */
  onLines: (line?: number) => void
  /** The lines of the page on which words are selected. */
  selected: RefObject<SelectedLines | null>
  /** The room is at another question; this one is looked at by oneself. */
  onReturn: (() => void) | undefined
}

/** One question, large, with the lines it is about, those that ask the same, and what is said on it. */
export function CurrentQuestion({ phase, items, item, notes, onLines, selected, onReturn }: Props) {
  const { me } = useRoomNow()
  const { lead } = item
  const atHand = atHandIn(item)
  return (
    <section aria-label="The question at hand">
      <QuestionHead item={item} items={items} />
      <blockquote className="mt-1 font-text text-[1.5625rem] leading-[1.3] tracking-[-0.005em] text-pretty wrap-break-word">
        {lead.text}
      </blockquote>
      {lead.anchor && (
        <p className="mt-2.5 border-l-2 border-mark pl-3 font-text leading-normal text-ink-2">
          <button
            type="button"
            className="relative mr-2 text-ink-3 figures after:absolute after:-inset-2 hover:text-accent hover:underline"
            aria-label={`Show line ${lineWords(lead)} on the page`}
            onClick={() => onLines()}
          >
            {lineWords(lead)}
          </button>
          {lead.anchor.quote}
        </p>
      )}
      {!lead.anchor && lead.carried?.on && (
        <p className="mt-2.5 border-l-2 border-rule-2 pl-3 font-text leading-normal text-ink-2">
          <span className="block text-small text-ink-3">
            Words of edition {lead.carried.edition} that are no longer in the document
          </span>
          {lead.carried.on.quote}
        </p>
      )}
      {lead.carried?.answer && <AnsweredThen answer={lead.carried.answer} onGo={onLines} />}
      {lead.must && <p className="mt-2.5 text-small text-amber">It must be answered before a yes.</p>}
      {lead.state.name !== 'open' && <EndedAs question={lead} onLine={onLines} />}
      <Together item={item} onLine={onLines} />
      {onReturn === undefined && <Alike item={item} items={items} apart={phase.apart} />}
      <div className="mt-5 flex flex-col gap-4">
        {onReturn === undefined ? (
          <>
            <div>
              <Turns phase={phase} item={item} />
              <QuestionTime time={phase.questionTime} />
            </div>
            <Note key={lead.id} question={lead} work={notes} />
            <Accept item={item} />
            <EndStates
              key={atHand.id}
              item={item}
              question={atHand}
              next={nextItem(items, lead.id)}
              others={items}
              apart={phase.apart}
              selected={selected}
              quiet={
                <>
                  <Must item={item} />
                  <CallOn />
                </>
              }
            >
              <Hand raised={phase.hands.includes(me)} />
              <AskToo item={item} />
            </EndStates>
          </>
        ) : (
          <>
            <Note key={lead.id} question={lead} work={notes} />
            <div className="flex flex-wrap items-center gap-3">
              <p className="text-ink-2">You are looking at this by yourself.</p>
              <ActButton act="openQuestion" given={{ questionId: lead.id }}>
                Take it up now
              </ActButton>
              <AskToo item={item} />
              <Button kind="bare" onClick={onReturn}>
                Back to the room’s question
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  )
}

function QuestionHead({ item, items }: { item: Item; items: readonly Item[] }) {
  const { name } = useRoomNow()
  const { lead, questions } = item
  const others = othersOnLine(
    items.map((each) => each.lead),
    lead,
  )
  const who =
    lead.by === null ? 'asked by somebody in the room' : `asked by ${lead.mine ? 'you' : name(lead.by)}`
  const more = lead.people - 1
  const details = [
    `Question ${items.indexOf(item) + 1} of ${items.length}`,
    carriedWords(lead),
    who,
    more > 0 ? `${more} ${more === 1 ? 'asks' : 'ask'} it too` : null,
    lead.anchor || lead.carried?.on ? null : 'about the whole document',
    questions.length === 1 && others > 0 ? `${others} more on line ${lead.anchor?.line}` : null,
    isOpenItem(item) ? null : 'ended',
  ]
  return <p className="text-ink-2">{details.filter(Boolean).join(' · ')}</p>
}
