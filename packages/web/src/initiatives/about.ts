import type { Activity } from '@foreword/core/initiatives/activity'
import { paths } from '../paths.ts'

/** Where a line of the timeline leads, by what it is about; null for a kind that has no page. */
export function aboutHref({ kind, id }: NonNullable<Activity['about']>, initiativeId: string): string | null {
  switch (kind) {
    case 'assumption':
      return `${paths.ideaAssumptions({ initiativeId })}#${id}`
    case 'study':
      return `${paths.ideaStudies({ initiativeId })}#${id}`
    case 'iteration':
      return paths.ideaLineage({ initiativeId })
    case 'narrative':
      return paths.draft({ narrativeId: id })
    case 'edition':
      return paths.edition({ editionId: id })
    case 'meeting':
      return paths.meeting({ meetingId: id })
    case 'decision':
      return paths.decision({ decisionId: id })
    default:
      return null
  }
}
