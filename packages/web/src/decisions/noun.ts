import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const decisionsNoun: Noun = {
  rail: { label: 'Decisions', href: paths.decisions() },
  pages: [
    page(paths.decisions, async () => (await pages()).DecisionsPage()),
    page(paths.ideaDecisions, async () => (await pages()).IdeaDecisionsPage()),
    page(paths.decision, async () => (await pages()).DecisionPage()),
    page(paths.recordDecision, async () => (await pages()).RecordDecisionPage()),
  ],
}
