import { IdeaFrame } from '../initiatives/IdeaFrame.tsx'
import { Worksheet } from '../initiatives/Worksheet.tsx'
import { AnswerEvidence } from './AnswerEvidence.tsx'
import { AnswerLinks } from './AnswerLinks.tsx'

/** The five questions; under each answer that is a claim, the evidence for and against it. */
export function QuestionsPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Questions">
      {(idea) => (
        <AnswerLinks idea={idea}>
          <Worksheet
            idea={idea}
            under={({ id, ask }, readOnly) =>
              // the answer to the fourth is the evidence itself
              id !== 'evidence' && <AnswerEvidence idea={idea} question={id} ask={ask} readOnly={readOnly} />
            }
          />
        </AnswerLinks>
      )}
    </IdeaFrame>
  )
}
