import { paths } from '../../paths.ts'
import { Section } from '../../ui/Page.tsx'
import { Address } from '../room/Address.tsx'
import { ActButton, whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { clockTime, minutesWords, names } from '../words.ts'

type Deliberations = PhaseOf<'decision'>['deliberations']

/** The deliberation that goes on now. */
export const goingOn = (deliberations: Deliberations) => deliberations.find(({ to }) => to === null)

/** R16: for those who decide, and the facilitator: to talk by themselves, and to come back. */
export function Deliberate({ phase }: { phase: PhaseOf<'decision'> }) {
  const { room, name } = useRoomNow()
  const now = goingOn(phase.deliberations)
  if (whyNotNow(room, 'deliberate') !== undefined || phase.decision?.name === 'recorded') return null
  if (!now)
    return (
      <p className="mt-3">
        <ActButton act="deliberate" given={{}} kind="bare">
          Deliberate apart
        </ActButton>
      </p>
    )
  return (
    <div role="status" className="mt-6 border-l-2 border-accent py-1 pl-4">
      <p className="font-text text-read">
        You deliberate apart since {clockTime(new Date(now.from))}: {names(now.people.map(name))}. The others
        wait; they hear when you come back or have decided.
      </p>
      <p className="mt-2">
        <ActButton act="endDeliberation" given={{}}>
          Come back to the room
        </ActButton>
      </p>
    </div>
  )
}

/** R16: what the others see meanwhile. Nothing waits for them, so they may also go. */
export function Waiting({ phase }: { phase: PhaseOf<'decision'> }) {
  const { room, name } = useRoomNow()
  const now = goingOn(phase.deliberations)
  if (!now) return null
  return (
    <Section title="The deciders deliberate apart">
      <p role="status" className="max-w-measure font-text text-read">
        {names(now.people.map(name))} {now.people.length === 1 ? 'talks' : 'talk'} by themselves since{' '}
        {clockTime(new Date(now.from))}. You read here what they decide, and are asked then whether you
        understand why. You may leave meanwhile; nothing waits for you.
      </p>
      <p className="mt-4">
        <Address href={paths.edition({ editionId: room.edition.id })}>
          Read edition {room.edition.number} again
        </Address>
      </p>
    </Section>
  )
}

/** In the minutes: that it was done, by whom and for how long. */
export function Deliberated({ deliberations }: { deliberations: Deliberations }) {
  const { name } = useRoomNow()
  return deliberations.map(({ people, from, to }) => (
    <p key={from} className="mt-3 font-text text-read text-ink-2">
      {names(people.map(name))} deliberated apart for{' '}
      {minutesWords(Math.max(1, Math.round((Date.parse(to ?? from) - Date.parse(from)) / 60_000)))}.
    </p>
  ))
}
