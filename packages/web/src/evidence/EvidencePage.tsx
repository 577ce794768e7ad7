import { MOST_EVIDENCE_FILES } from '@foreword/core/evidence/file'
import { newEvidence } from '@foreword/core/initiatives/answers'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { IdeaFrame } from '../initiatives/IdeaFrame.tsx'
import type { Idea } from '../initiatives/idea.ts'
import { newEntryId } from '../initiatives/words.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { useDropTarget } from '../ui/useDropTarget.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { evidenceChanged } from './evidence.ts'
import { pastedFiles } from './files/AddFiles.tsx'
import { ChosenFiles } from './files/ChosenFiles.tsx'
import { addFiles } from './files/uploads.ts'
import { ImportTable } from './ImportTable.tsx'

export function EvidencePage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Evidence">
      {(idea) => <Evidence idea={idea} />}
    </IdeaFrame>
  )
}

function Evidence({ idea }: { idea: Idea }) {
  const mayNot = whyNot('evidence.capture', useMe(), idea.right)
  return (
    <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
      <section aria-labelledby="capture">
        <h2 id="capture" className="mb-4 font-text text-lead font-semibold">
          Keep a note
        </h2>
        {mayNot ? <p className="text-ink-2">{mayNot}</p> : <Capture idea={idea} />}
      </section>
      <EvidenceList idea={idea} mayNot={mayNot} />
    </div>
  )
}

/** A note in under a minute: the cursor waits in what was found, and after each one it waits there again. */
function Capture({ idea }: { idea: Idea }) {
  // kept until it is kept there: a try whose answer was lost makes no second piece
  const [id, setId] = useState(newEntryId)
  const remove = useMutation(
    api.evidence.remove.mutationOptions({ onSuccess: () => evidenceChanged(idea.id) }),
  )
  const [files, setFiles] = useState<readonly File[]>([])
  const more = (found: readonly File[]) => setFiles([...files, ...found].slice(0, MOST_EVIDENCE_FILES))
  const drop = useDropTarget((data) => more([...data.files]))
  const capture = useMutation(api.evidence.capture.mutationOptions())
  const today = new Date().toLocaleDateString(undefined, { dateStyle: 'medium' })
  return (
    // a place to drop and paste into, which the buttons inside do for who has neither
    <div
      {...drop.handlers}
      className={`rounded ${drop.over ? 'outline-2 outline-offset-8 outline-accent' : ''}`}
      onPaste={(event) => {
        const found = pastedFiles(event.clipboardData)
        if (found.length > 0) event.preventDefault()
        more(found)
      }}
    >
      <EvidenceForm
        begin={{ ...newEvidence, date: today }}
        error={capture.error}
        files={<ChosenFiles files={files} onChange={setFiles} />}
        actions={
          <Button type="submit" kind="go" busy={capture.isPending}>
            Keep it
          </Button>
        }
        onSubmit={(text, form) =>
          capture.mutate(
            { initiativeId: idea.id, id, ...text },
            {
              onSuccess() {
                form.reset()
                form.querySelector('textarea')?.focus()
                setId(newEntryId())
                void addFiles({ initiativeId: idea.id, evidenceId: id }, files)
                setFiles([])
                void evidenceChanged(idea.id)
                notifyUndo('Kept.', () => remove.mutate({ initiativeId: idea.id, id }))
              },
            },
          )
        }
      />
      <ImportTable idea={idea} />
    </div>
  )
}
