import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { type OfStudy, ofStudy, type Planned, studiesChanged } from './studies.ts'

/** Takes an interview out of its study, with its undo. */
export function useDropping(of: OfStudy, interviewId: Planned['id'], say: string) {
  const { mutate, isPending } = useMutation(
    api.evidence.dropInterview.mutationOptions({
      onSuccess: () => studiesChanged(of.idea.id),
      onError: () => notifyProblem('Nothing was changed. Reload to see how it stands.'),
    }),
  )
  const set = (dropped: boolean, onSuccess = () => {}) =>
    mutate({ ...ofStudy(of), interviewId, dropped }, { onSuccess })
  return { isPending, out: () => set(true, () => notifyUndo(say, () => set(false))) }
}
