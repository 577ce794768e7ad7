import { api, type Outputs, queryClient } from '../../api.ts'
import { newKey } from '../../key.ts'

export type Iterations = Outputs['iterations']['list']
export type Iteration = Iterations['iterations'][number]

/** What is known of an idea's iterations, and of what they changed, is old. */
export function iterationsChanged() {
  void queryClient.invalidateQueries({ queryKey: api.iterations.key() })
  void queryClient.invalidateQueries({ queryKey: api.meetings.lineage.key() })
  void queryClient.invalidateQueries({ queryKey: api.evidence.key() })
}

/** Made here, so that a try whose answer was lost may be repeated. */
export const newIterationId = () => newKey() as Iteration['id'] // a fresh one is nobody's yet
