import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const evidenceNoun: Noun = {
  pages: [
    page(paths.idea, async () => (await pages()).QuestionsPage()),
    page(paths.ideaAssumptions, async () => (await pages()).AssumptionsPage()),
    page(paths.ideaStudies, async () => (await pages()).StudiesPage()),
    page(paths.ideaEvidence, async () => (await pages()).EvidencePage()),
  ],
}
