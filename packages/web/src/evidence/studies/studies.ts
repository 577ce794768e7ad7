import { api, type Outputs, queryClient } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { newKey } from '../../key.ts'
import { evidenceChanged } from '../evidence.ts'

export type Study = Outputs['evidence']['studies']['studies'][number]
export type Kinds = Outputs['evidence']['studies']['kinds']
export type Planned = Outputs['evidence']['interviews']['planned'][number]
export type Held = Outputs['evidence']['interviews']['held'][number]

/** What one study of an idea is shown with. */
export interface OfStudy {
  idea: Idea
  study: Study
  /** By the company's calendar. */
  today: string
  mayNot: string | undefined
}

export const ofStudy = ({ idea, study }: Pick<OfStudy, 'idea' | 'study'>) => ({
  initiativeId: idea.id,
  studyId: study.id,
})

/** What was known of the studies is old, and with the interviews of the evidence that they are. */
export function studiesChanged(initiativeId: Idea['id']) {
  void queryClient.invalidateQueries({ queryKey: api.evidence.studies.key() })
  void queryClient.invalidateQueries({ queryKey: api.evidence.interviews.key() })
  void queryClient.invalidateQueries({ queryKey: api.evidence.interviewNotes.key() })
  evidenceChanged(initiativeId)
}

/** Ids are made here, so that a try whose answer was lost may be repeated. */
export const newStudyId = () => newKey() as Study['id'] // a fresh one is nobody's yet
export const newInterviewId = () => newKey() as Planned['id'] // as above

/** `1 interview`, `3 interviews`. */
export const interviewsWords = (count: number) => `${count} ${count === 1 ? 'interview' : 'interviews'}`

export const standingWords = {
  customer: 'Current customer',
  prospect: 'Prospect',
} satisfies Record<Held['standing'], string>
