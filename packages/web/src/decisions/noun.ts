import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const decisionsNoun: Noun = {
  rail: { label: 'Decisions', href: paths.decisions() },
  pages: [
    page(paths.decisions, async () => (await import('./DecisionsPage.tsx')).DecisionsPage),
    page(paths.decision, async () => (await import('./DecisionPage.tsx')).DecisionPage),
    page(paths.ideaDecisions, async () => (await import('./IdeaDecisionsPage.tsx')).IdeaDecisionsPage),
    page(paths.recordDecision, async () => (await import('./RecordDecisionPage.tsx')).RecordDecisionPage),
  ],
}
