import type { DraftChecks, DraftFinding } from '@foreword/core/narratives/checks'
import { useMutation } from '@tanstack/react-query'
import type { EditorView } from 'prosemirror-view'
import { useState } from 'react'
import { api, live, type Outputs } from '../../api.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { useLive } from '../../useLive.ts'
import { nextShown } from './shown.ts'
import { askQuestion, placeOf, replaceWords } from './use-it.ts'

interface Held {
  of: string
  checks: DraftChecks
  shown: DraftFinding[]
}

/** What the server finds right after an edit may still be what it found before it. */
const STALE_MS = 500
const GONE = 'These words have changed, so nothing was put in their place. The next check looks at them anew.'

/** What is found in a draft, as many as are shown at once, and what can be done about each. For those who write. */
export function useFindings(narrative: Outputs['narratives']['get'], view: EditorView | null) {
  const { id: narrativeId, mayEdit } = narrative
  const [held, setHeld] = useState<Held>()
  /** Dealt with a moment ago: not shown until the server has looked again. */
  const [dealt, setDealt] = useState<{ ids: readonly string[]; at: number }>({ ids: [], at: 0 })

  const take = (checks: DraftChecks) =>
    setHeld((before) => ({
      of: narrativeId,
      checks,
      shown: nextShown(before?.of === narrativeId ? before.shown : [], checks.findings, checks.shownAtOnce),
    }))
  useLive(
    `checks ${narrativeId} ${mayEdit}`,
    (options) =>
      mayEdit ? live.narratives.watchChecks({ narrativeId }, options) : nothingUntil(options.signal),
    (checks) => {
      if (performance.now() - dealt.at < STALE_MS) return
      setDealt({ ids: [], at: 0 })
      take(checks)
    },
  )
  const dealWith = ({ id }: DraftFinding, at = performance.now()) =>
    setDealt(({ ids }) => ({ ids: [...ids, id], at }))
  const again = () => setDealt({ ids: [], at: 0 })

  const dismissal = useMutation(api.narratives.dismissFinding.mutationOptions())
  const restoring = useMutation(api.narratives.restoreFinding.mutationOptions())

  function use(finding: DraftFinding) {
    const { repair } = finding
    if (!view || repair.kind === 'act') return
    if (repair.kind === 'question') {
      if (askQuestion(view, repair)) dealWith(finding)
      else notifyProblem('The draft has no FAQ to ask it in. Add the part first.')
      return
    }
    const back = replaceWords(view, placeOf(finding, repair.wording))
    if (!back) return notifyProblem(GONE)
    dealWith(finding)
    notifyUndo('The wording is in the text.', () => {
      if (replaceWords(view, back)) again()
      else notifyProblem(GONE)
    })
  }

  async function dismiss(finding: DraftFinding) {
    // it stays hidden however long the answer takes
    dealWith(finding, Number.POSITIVE_INFINITY)
    try {
      const { dismissalId, checks } = await dismissal.mutateAsync({ narrativeId, findingId: finding.id })
      take(checks)
      notifyUndo('It is not said here again.', () => {
        restoring
          .mutateAsync({ narrativeId, dismissalId })
          .then(take, () =>
            notifyProblem('It could not be shown again. Try once more when the server answers.'),
          )
      })
    } catch {
      notifyProblem('That was not kept: the words have changed, or the server does not answer.')
    }
    again()
  }

  const current = held?.of === narrativeId ? held : undefined
  return {
    shown: current?.shown.filter(({ id }) => !dealt.ids.includes(id)) ?? none,
    assumptions: current?.checks.assumptions ?? noAssumptions,
    stale: current?.checks.stale ?? noneStale,
    use,
    dismiss: (finding: DraftFinding) => void dismiss(finding),
  }
}

const none: DraftFinding[] = []
const noAssumptions: DraftChecks['assumptions'] = []
const noneStale: DraftChecks['stale'] = []

/** A line that says nothing: who only reads is told of no findings, and asks for none. */
async function nothingUntil(signal: AbortSignal): Promise<AsyncIterable<DraftChecks>> {
  await new Promise((end) => signal.addEventListener('abort', end, { once: true }))
  return (async function* () {})()
}
