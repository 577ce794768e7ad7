import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const decisionsNoun: Noun = {
  rail: { label: 'Decisions', href: paths.decisions() },
  pages: [
    page(paths.decisions, () =>
      import('./list/DecisionsPage.tsx').then(({ DecisionsPage }) => DecisionsPage),
    ),
    page(paths.ideaDecisions, () =>
      import('./list/IdeaDecisionsPage.tsx').then(({ IdeaDecisionsPage }) => IdeaDecisionsPage),
    ),
    page(paths.decision, () => import('./record/DecisionPage.tsx').then(({ DecisionPage }) => DecisionPage)),
    page(paths.recordDecision, () =>
      import('./form/RecordDecisionPage.tsx').then(({ RecordDecisionPage }) => RecordDecisionPage),
    ),
  ],
}
