import type { Belief, LineageStep, Step } from './lineage.ts'

interface Line extends Omit<Belief, 'changeId' | 'assumptionId' | 'was'> {
  id: Belief['changeId']
  takesBack: boolean
}

/** What was found out of an assumption, in order. That it was written down is nothing found out; what was taken back never happened. */
export function beliefsOf({
  id,
  history,
}: {
  id: Belief['assumptionId']
  history: readonly Line[]
}): Belief[] {
  return history.flatMap((line, place) => {
    const before = history[place - 1]
    if (!before || line.takesBack || history[place + 1]?.takesBack) return []
    const { id: changeId, takesBack: _, ...rest } = line
    return [{ changeId, assumptionId: id, was: before.statement, ...rest }]
  })
}

/**
 * The steps in time, each with what it changed in belief. Whatever was found out belongs to exactly one:
 *
 * | it was found out | belongs to |
 * |---|---|
 * | in the act that ended an iteration | that end |
 * | of the assumption that an iteration tests, while it ran | its end, or its start while it runs |
 * | otherwise | the last step before it |
 * | before any step | none: `before` |
 */
export function lineageOf(
  steps: readonly Step[],
  beliefs: readonly Belief[],
): { steps: LineageStep[]; before: Belief[] } {
  const inTime = steps.toSorted((a, b) => a.at.localeCompare(b.at) || order[a.what] - order[b.what])
  const found = inTime.map((each, place): LineageStep => ({ place: place + 1, step: each, beliefs: [] }))
  const before: Belief[] = []
  for (const each of beliefs.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const of =
      found.findLast(({ step }) => endsWith(step, each)) ??
      found.findLast(({ step }) => tells(step, each)) ??
      found.findLast(({ step }) => step.at <= each.at)
    ;(of?.beliefs ?? before).push(each)
  }
  return { steps: found, before }
}

/** Of what happened at one moment. */
const order = { document: 0, edition: 1, meeting: 2, left: 3, decision: 4, started: 5 } satisfies Record<
  Step['what'],
  number
>

const endsWith = (step: Step, { changeId }: Belief): boolean =>
  step.what === 'left' &&
  step.iteration.standing.name === 'ended' &&
  step.iteration.standing.change?.id === changeId

/** Whether the step is where an iteration says what became of its assumption while it ran. */
function tells(step: Step, { assumptionId, at }: Belief): boolean {
  if (step.what !== 'started' && step.what !== 'left') return false
  const { tests, standing, startedAt } = step.iteration
  if (tests?.what !== 'assumption' || tests.assumptionId !== assumptionId || at < startedAt) return false
  const isRunning = standing.name === 'running'
  return isRunning ? step.what === 'started' : step.what === 'left' && at <= standing.at
}
