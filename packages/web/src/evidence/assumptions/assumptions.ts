import { api, type Outputs, queryClient } from '../../api.ts'
import { newKey } from '../../key.ts'

export type Assumption = Outputs['evidence']['assumptions']['assumptions'][number]

/** What is known of an idea's assumptions, and of what rests on them, is old. */
export function assumptionsChanged() {
  void queryClient.invalidateQueries({ queryKey: api.evidence.assumptions.key() })
  void queryClient.invalidateQueries({ queryKey: api.narratives.openAssumptions.key() })
  void queryClient.invalidateQueries({ queryKey: api.narratives.restsOn.key() })
  void queryClient.invalidateQueries({ queryKey: api.decisions.restingOn.key() })
}

/** Ids are made here, so that a try whose answer was lost may be repeated. */
export const newAssumptionId = () => newKey() as Assumption['id'] // a fresh one is nobody's yet
export const newChangeId = () => newKey() as Assumption['history'][number]['id'] // as above
