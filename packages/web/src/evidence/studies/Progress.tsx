import { spokenDay } from '@foreword/core/calendar'
import { customerShare, lastDay, missingKinds, type Pace, paceOf } from '@foreword/core/evidence/study'
import { evidenceKindWords } from '../../initiatives/words.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/Page.tsx'
import { PaceLine } from './PaceLine.tsx'
import { interviewsWords, type Kinds, type OfStudy } from './studies.ts'

/** How far the study is against its plan, and what the idea has no evidence of. */
export function Progress({ idea, study, today, kinds }: OfStudy & { kinds: Kinds }) {
  const pace = paceOf(study, study.held, today)
  const share = customerShare(study.held)
  const missing = missingKinds(kinds)
  const ends = spokenDay(lastDay(study))
  return (
    <>
      <p className="text-ink-2">
        <b className="font-medium text-ink">
          {pace.counted} of {study.target}
        </b>{' '}
        {study.prospectsCount ? 'with customers and prospects' : 'with current customers'}.{' '}
        <span className={isLate(pace) ? 'text-amber' : ''}>{paceWords(pace, study.startsOn, ends)}</span>
      </p>
      <PaceLine study={study} today={today} pace={pace} />
      <dl className="mt-4 grid gap-x-8 gap-y-3 text-small sm:grid-cols-2">
        <div>
          <dt className="text-ink-2">Current customers</dt>
          <dd>
            {share === null
              ? 'Nobody has been asked yet.'
              : `${share} % of those asked${pace.besides > 0 ? `; ${interviewsWords(pace.besides)} with prospects, which do not count` : ''}`}
          </dd>
        </div>
        <div>
          <dt className="text-ink-2">Evidence the idea has none of</dt>
          <dd className="first-letter:uppercase">
            {missing.length === 0 ? (
              'None is missing: there is some of every kind.'
            ) : (
              <>
                {kindsInWords.format(missing.map((kind) => evidenceKindWords[kind].toLowerCase()))}.{' '}
                <TextLink href={paths.ideaEvidence({ initiativeId: idea.id })}>Add some</TextLink>
              </>
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}

const kindsInWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const isLate = ({ state }: Pace) => state === 'behind' || state === 'over'

function paceWords({ state, counted, wanted }: Pace, startsOn: string, ends: string): string {
  switch (state) {
    case 'not begun':
      return `It begins on ${spokenDay(startsOn)}.`
    case 'on pace':
      return `On pace, until ${ends}.`
    case 'behind':
      return `The plan wants ${wanted} by now: ${wanted - counted} behind, until ${ends}.`
    case 'reached':
      return 'The target is reached.'
    case 'over':
      return `It ended on ${ends} with ${wanted - counted} too few. Change the plan, or say what you believe on these.`
  }
}
