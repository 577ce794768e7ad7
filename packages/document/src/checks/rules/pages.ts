import { act, type Hit } from '../finding.ts'
import type { Reading } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'

/** N3, N9: longer than its pages, as typeset. The finding stands where the first page too many begins. */
export const pressReleasePages: DocumentRule = {
  id: 'press-release-pages',
  severity: 'must-fix',
  isOfWords: false,
  reads: 'document',
  find(reading): Hit[] {
    const { extent, limits } = reading
    if (!extent || limits.pressReleasePages === null) return []
    if (extent.pressReleasePages <= limits.pressReleasePages) return []
    const ofRelease = reading.blocks.filter(({ section }) => section === 'press-release')
    return [
      {
        ...firstBeyond(
          reading,
          ofRelease.map(({ id }) => id),
          limits.pressReleasePages,
        ),
        about: 'press-release',
        message: `The press release takes ${pages(extent.pressReleasePages)} and may take ${limits.pressReleasePages}: what does not fit is not yet clear enough to leave out.`,
        repair: act(
          'Cut the sentence that the customer would miss least, or move it to an answer in the FAQ.',
        ),
      },
    ]
  },
}

export const corePages: DocumentRule = {
  id: 'document-pages',
  severity: 'must-fix',
  isOfWords: false,
  reads: 'document',
  find(reading): Hit[] {
    const { extent, limits } = reading
    if (!extent || limits.corePages === null || extent.corePages <= limits.corePages) return []
    const core = reading.blocks.filter(({ section }) => section !== 'appendix')
    return [
      {
        ...firstBeyond(
          reading,
          core.map(({ id }) => id),
          limits.corePages,
        ),
        about: 'core',
        message: `The document takes ${pages(extent.corePages)} before its appendix and may take ${limits.corePages}: the room cannot read more in its time.`,
        repair: act(
          'Move tables and pictures to the appendix, and cut answers that nobody in the room will ask for.',
        ),
      },
    ]
  },
}

const pages = (count: number) => (count === 1 ? '1 page' : `${count} pages`)

function firstBeyond({ extent }: Reading, ids: string[], limit: number) {
  const among = new Set(ids)
  const places = (extent?.blocks ?? []).filter(({ block }) => among.has(block))
  const begins = places[0]?.page ?? 1
  const beyond = places.find(({ page }) => page >= begins + limit)
  return { block: beyond?.block ?? ids.at(-1) ?? '', from: 0, to: 0 }
}
