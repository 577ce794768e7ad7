import { useMutation } from '@tanstack/react-query'
import { api, type Outputs } from '../../api.ts'
import { newKey } from '../../key.ts'
import { isRefusal } from '../../refusal.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { assumptionsChanged, newAssumptionId } from './assumptions.ts'

type NarrativeId = Outputs['narratives']['get']['id']
type OpenAssumption = Outputs['narratives']['openAssumptions'][number]['assumptions'][number]
type PassageId = NonNullable<OpenAssumption['tracked']>['passageId']

/** *Track it*: one click, with its undo. */
export function useTracking(narrativeId: NarrativeId) {
  const untrack = useMutation(
    api.narratives.untrackAssumption.mutationOptions({
      onSuccess: assumptionsChanged,
      onError: () => notifyProblem('It is tracked still. Try again when the server answers.'),
    }),
  )
  const tracking = useMutation(
    api.narratives.trackAssumption.mutationOptions({
      onSettled: assumptionsChanged,
      onSuccess: (_, { passageId }) =>
        notifyUndo('It is tracked.', () => untrack.mutate({ narrativeId, passageId })),
      onError: (error) =>
        notifyProblem(
          isRefusal(error, 'words-moved')
            ? 'The draft has changed at these words, so nothing was tracked. Look at the list again.'
            : 'It could not be tracked. Try again when the server answers.',
        ),
    }),
  )
  return {
    track: ({ at, text: quote }: OpenAssumption) =>
      tracking.mutate({
        narrativeId,
        passageId: newKey() as PassageId, // a fresh one is nobody's yet
        assumptionId: newAssumptionId(),
        ...{ at, quote },
      }),
    isPending: ({ at }: OpenAssumption) =>
      tracking.isPending &&
      tracking.variables.at.blockId === at.blockId &&
      tracking.variables.at.from === at.from,
  }
}
