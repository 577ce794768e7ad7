import type { Display } from '@foreword/core/meetings/display'
import { spokenLines } from '@foreword/core/narratives/spoken-lines'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { Outside } from '../../people/Outside.tsx'
import { refusalOf } from '../../refusal.ts'
import { chooseTheme, useTheme } from '../../shell/theme.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { serverNow } from '../room/clock.ts'
import { leftWords } from '../room/left.ts'
import { clockTime, whenWords } from '../words.ts'
import { useAwake, useScreen } from './useScreen.ts'
import { sizeOf } from './words.ts'
import './display.css'

/** R19: what hangs on the wall. Clock and title; once the questions are open, the one at hand with its lines. */
export function Screen({ code }: { code: string }) {
  const { display, refused, lostAt } = useScreen(code)
  useAwake()
  if (refused) return <Gone error={refused} />
  if (!display)
    return (
      <Outside title="Show a meeting on this screen">
        <Loading what="Joining" />
      </Outside>
    )
  return (
    <main className="display" data-lost={lostAt !== undefined}>
      <title>{`${display.title} · Foreword`}</title>
      <p className="display-title">{display.title}</p>
      <div className="display-middle">{drawn(display.phase)}</div>
      <footer className="display-foot">
        <p role="status">
          {lostAt !== undefined &&
            `Not connected since ${clockTime(new Date(lostAt))}. What stands here may be out of date; it is tried again by itself.`}
        </p>
        <ThemeChoice />
      </footer>
    </main>
  )
}

function drawn(phase: Display['phase']): ReactNode {
  switch (phase.name) {
    case 'lobby':
      return <Big words={clockTime(new Date(phase.startsAt))} under="Before we start" />
    case 'reading':
      return phase.ended || left(phase.endsAt) <= 0 ? (
        <Big words="The time is over" under="Read on until the questions open." />
      ) : (
        <Big words={leftWords(left(phase.endsAt))} under="Silent reading" />
      )
    case 'reveal':
      return (
        <Big
          words={String(Math.max(0, Math.ceil(left(phase.opensAt) / 1000)))}
          under="The questions are about to open."
        />
      )
    case 'discussion':
      return phase.question ? (
        <AtHand question={phase.question} clock={leftWords(left(phase.endsAt))} />
      ) : (
        <Big words={leftWords(left(phase.endsAt))} under="Discussion" />
      )
    case 'decision':
      return <Big words={leftWords(left(phase.endsAt))} under="Decision" />
    case 'adjourned':
      return (
        <Big
          words={phase.paused ? 'Paused' : 'Adjourned'}
          under={
            phase.resumesAt
              ? `Goes on: ${whenWords(new Date(phase.resumesAt), new Date())}`
              : `The clock stands still. ${leftWords(phase.leftMs)}.`
          }
        />
      )
  }
}

const left = (until: string) => Date.parse(until) - serverNow()

function Big({ words, under }: { words: string; under: string }) {
  return (
    <>
      <h1 className="display-big figures">{words}</h1>
      <p className="display-under">{under}</p>
    </>
  )
}

type Question = NonNullable<Extract<Display['phase'], { name: 'discussion' }>['question']>

function AtHand({ question: { text, lines }, clock }: { question: Question; clock: string }) {
  return (
    <>
      <p className="display-where figures">
        <span>{lines ? `Page ${lines.page} · ${spokenLines(lines)}` : 'The whole document'}</span>
        <span>{clock}</span>
      </p>
      <h1 className="display-question" data-size={sizeOf(text)}>
        {text}
      </h1>
      {lines && <blockquote className="display-lines">{lines.quote}</blockquote>}
    </>
  )
}

function ThemeChoice() {
  const theme = useTheme()
  const isDark =
    theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <Button kind="bare" onClick={() => chooseTheme(isDark ? 'light' : 'dark')}>
      {isDark ? 'Light' : 'Dark'}
    </Button>
  )
}

/** Withdrawn, closed, or never a code. */
function Gone({ error }: { error: unknown }) {
  const refusal = refusalOf(error)
  return (
    <Outside
      title="Nothing is shown here"
      lead={refusal.kind === 'refused' ? refusal.message : 'This screen could not join.'}
    >
      <ButtonLink kind="go" href={paths.joinByCode()}>
        Enter a code
      </ButtonLink>
    </Outside>
  )
}
