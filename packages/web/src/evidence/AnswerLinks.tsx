import type { Answers } from '@foreword/core/initiatives/answers'
import { evidenceIn, linesOf } from '@foreword/core/initiatives/rich'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../api.ts'
import type { Idea } from '../initiatives/idea.ts'
import { LinkedEvidence, type LinkedPiece } from '../initiatives/rich/linked.ts'
import { evidenceKindWords } from '../initiatives/words.ts'
import { paths } from '../paths.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextLink } from '../ui/Page.tsx'
import { ChooseEvidence } from './ChooseEvidence.tsx'

/** Lets the words of the answers lead to the idea's evidence. */
export function AnswerLinks({ idea, children }: { idea: Idea; children: ReactNode }) {
  const [chosen, setChosen] = useState<readonly LinkedPiece[]>([])
  const ids = linkedIn(idea.answers)
  const found = useQuery({
    ...api.evidence.list.queryOptions({ input: { initiativeId: idea.id, ids, most: 200 } }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
  // one that was just linked is not asked for yet
  const fresh = chosen.filter(({ id }) => !ids.includes(id))
  const known = ids.length === 0 || found.data ? [...(found.data?.pieces ?? []), ...fresh] : undefined
  return (
    <LinkedEvidence
      value={{
        pieces: known && new Map(known.map((piece) => [piece.id, piece])),
        choose: (onChoose, onClose) => (
          <Dialog title="Link to evidence" width="wide" open onClose={onClose}>
            <ChooseEvidence
              initiativeId={idea.id}
              act="Link"
              onChoose={(piece) => {
                setChosen((all) => [...all, piece])
                onChoose(piece)
              }}
            />
          </Dialog>
        ),
        show: ({ statement, kind, source, date }, onClose) => (
          <Dialog title="Evidence" open onClose={onClose}>
            <p className="font-text text-read wrap-break-word">{statement || 'Not written yet'}</p>
            <p className="mt-1 text-small text-ink-3">
              {[evidenceKindWords[kind], source, date].filter(Boolean).join(' · ')}
            </p>
            <p className="mt-4">
              <TextLink href={paths.ideaEvidence({ initiativeId: idea.id })}>
                All evidence of the idea
              </TextLink>
            </p>
          </Dialog>
        ),
      }}
    >
      {children}
    </LinkedEvidence>
  )
}

function linkedIn({ customer, problem, experience }: Answers): string[] {
  const texts = [customer.who, customer.situation, problem.statement, problem.proof, experience.description]
  const hrefs = texts
    .flatMap(linesOf)
    .flatMap(({ pieces }) => pieces.flatMap(({ href = '' }) => evidenceIn(href) ?? []))
  return [...new Set(hrefs)].sort().slice(0, 200)
}
