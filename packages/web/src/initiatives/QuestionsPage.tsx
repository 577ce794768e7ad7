import { IdeaFrame } from './IdeaFrame.tsx'
import { Worksheet } from './Worksheet.tsx'

export function QuestionsPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Questions">
      {(idea) => <Worksheet idea={idea} />}
    </IdeaFrame>
  )
}
