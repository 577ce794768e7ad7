import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const evidenceNoun: Noun = {
  pages: [
    page(paths.ideaAssumptions, () =>
      import('./assumptions/AssumptionsPage.tsx').then(({ AssumptionsPage }) => AssumptionsPage),
    ),
    page(paths.ideaEvidence, () => import('./EvidencePage.tsx').then(({ EvidencePage }) => EvidencePage)),
  ],
}
