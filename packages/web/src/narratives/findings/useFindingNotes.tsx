import type { DraftFinding } from '@foreword/core/narratives/checks'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useState } from 'react'
import type { Outputs } from '../../api.ts'
import type { BesideNote } from '../sheet/beside-note.ts'
import { bringIntoView } from '../sheet/bring-into-view.ts'
import { type Outline, positionsOf } from '../sheet/outline.ts'
import { FindingNote } from './FindingNote.tsx'
import { findingMarks, showFindings } from './finding-marks.ts'
import { useFindingsHidden } from './quiet.ts'
import { useFindings } from './useFindings.ts'

interface Beside {
  narrative: Outputs['narratives']['get']
  view: EditorView | null
  outline: Outline
}

/** The findings as notes in the margin, with their words underlined on the sheet. */
export function useFindingNotes({ narrative, view, outline }: Beside) {
  const isHidden = useFindingsHidden()
  const { shown, assumptions, stale, use, dismiss } = useFindings(narrative, view)
  const [atHand, setAtHand] = useState<string | null>(null)
  const here = outline.parts.find(({ block }) => block === outline.here)
  // the part one is about to write is spoken of by its guidance already
  const findings = isHidden
    ? none
    : shown.filter(({ rule, part }) => rule !== 'part-missing' || part !== here?.part)
  const plugin = useMemo(findingMarks, [])
  const marks = JSON.stringify(findings.map(({ id, at }) => ({ id, ...at, atHand: id === atHand })))
  useEffect(() => {
    // compared as text, so that a drawing without news tells the view nothing
    if (view) showFindings(view, JSON.parse(marks))
  }, [view, marks])

  const notes = findings.map(
    (finding): BesideNote => ({
      id: `finding ${finding.id}`,
      at: finding.at,
      content: (
        <FindingNote
          finding={finding}
          atHand={finding.id === atHand}
          onPick={() => {
            setAtHand(finding.id)
            if (view) goToWords(view, finding.at)
          }}
          onUse={() => use(finding)}
          onDismiss={() => dismiss(finding)}
        />
      ),
    }),
  )
  return { notes, plugin, assumptions, stale, isHidden, mayFind: narrative.mayEdit }
}

const none: DraftFinding[] = []

export function goToWords(view: EditorView, at: DraftFinding['at']) {
  const range = positionsOf(view.state.doc, at)
  if (!range) return
  const place = view.domAtPos(range.from).node
  bringIntoView(place instanceof Element ? place : place.parentElement, 'center')
}
