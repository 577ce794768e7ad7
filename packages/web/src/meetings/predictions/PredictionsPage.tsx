import { spokenDay } from '@foreword/core/calendar'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { List, Page, Row, Section, TextLink } from '../../ui/Page.tsx'
import { AnswerPrediction, becameWords, type OwnPrediction, TakeAnswerBack } from './AnswerPrediction.tsx'
import { CalibrationPicture } from './CalibrationPicture.tsx'

/** D3: one's own predictions, and when enough have turned out, how the company’s fared. */
export function PredictionsPage() {
  const { settings } = useMe().workspace
  const own = useQuery(api.predictions.list.queryOptions())
  const all = own.data ?? []
  const due = all.filter(({ isDue }) => isDue)
  const waiting = all.filter(({ isDue, came }) => !isDue && came === null).toReversed()
  const answered = all.filter(({ came }) => came !== null)
  return (
    <Page
      title="Predictions"
      kicker={<TextLink href={paths.decisions()}>Decisions</TextLink>}
      lead="What you expected before a decision was taken. Nobody else is shown these, nor that there are any."
    >
      {own.isPending && <Loading />}
      {own.isError && <ErrorNote className="mt-6" error={own.error} retry={() => void own.refetch()} />}
      {own.data && all.length === 0 && (
        <div className="mt-8">
          <Empty title="You have sealed none.">
            {settings.predictions
              ? 'In a meeting that is to decide, before the decision is recorded, say how likely it is that something is seen by a day. You are asked on that day whether it came true.'
              : 'This company seals no predictions. An administrator allows them under Settings, Meetings.'}
          </Empty>
        </div>
      )}
      <Part title="Their day has come" of={due} whenWords={dueDay}>
        {(prediction) => <AnswerPrediction prediction={prediction} />}
      </Part>
      <Part title="Sealed until their day" of={waiting} whenWords={askedDay} />
      <Part title="Answered" of={answered} whenWords={became}>
        {(prediction) => <TakeAnswerBack prediction={prediction} />}
      </Part>
      {settings.predictions && <Company enough={settings.predictionsResolved} />}
    </Page>
  )
}

const dueDay = ({ day }: OwnPrediction) => `by ${spokenDay(day)}`
const askedDay = ({ day, asksOn }: OwnPrediction) =>
  asksOn === day ? `by ${spokenDay(day)}` : `by ${spokenDay(day)}, asked again on ${spokenDay(asksOn)}`
const became = ({ came, day }: OwnPrediction) =>
  `${came === null ? '' : becameWords[came]}, by ${spokenDay(day)}`

interface PartProps {
  title: string
  of: readonly OwnPrediction[]
  whenWords: (prediction: OwnPrediction) => string
  children?: (prediction: OwnPrediction) => ReactNode
}

function Part({ title, of, whenWords, children }: PartProps) {
  if (of.length === 0) return null
  return (
    <Section title={title}>
      <List label={title}>
        {of.map((prediction) => (
          <Row
            key={prediction.meetingId}
            detail={
              <>
                {whenWords(prediction)} ·{' '}
                <TextLink href={paths.meeting({ meetingId: prediction.meetingId })}>
                  {prediction.initiativeName}
                </TextLink>
              </>
            }
            aside={children?.(prediction)}
          >
            {prediction.percent} percent: {prediction.metric}
          </Row>
        ))}
      </List>
    </Section>
  )
}

function Company({ enough }: { enough: number }) {
  const calibration = useQuery(api.predictions.calibration.queryOptions())
  return (
    <Section title="How everybody’s fared">
      {calibration.isError && (
        <ErrorNote error={calibration.error} retry={() => void calibration.refetch()} />
      )}
      {calibration.data === null && (
        <p className="max-w-measure text-ink-2">
          Shown when {enough} have come true or have not. How many there are is not said before.
        </p>
      )}
      {calibration.data && <CalibrationPicture {...calibration.data} enough={enough} />}
    </Section>
  )
}
