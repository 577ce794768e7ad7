import { afterAll, beforeAll, expect, test } from 'vitest'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { openCompany } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

test('N6, A2: an edition is written out once for all who open it, as it then stands, and for nobody else', async () => {
  const { ines } = company
  const [omar, noor] = [await company.join('Omar'), await company.join('Noor')]
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(prFaq) })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  const inTheApi = async ({ cookie }: { cookie: () => string }) => {
    const answer = await fetch(`${company.url}/api/editions/${editionId}`, { headers: { cookie: cookie() } })
    expect(answer.headers.get('content-type')).toContain('application/json')
    return answer.json()
  }

  const first = await ines.api.narratives.edition({ editionId })
  expect(first.lines.length).toBeGreaterThan(10)
  for (const again of [1, 2]) {
    expect(await omar.api.narratives.edition({ editionId }), `${again} by the web`).toEqual(first)
    expect(await inTheApi(omar), `${again} by the API`).toEqual(first)
  }

  // what is not frozen with it is said anew
  await ines.api.narratives.nameEdition({ editionId, name: 'For the board' })
  expect(await omar.api.narratives.edition({ editionId })).toEqual({ ...first, name: 'For the board' })
  expect((await inTheApi(noor)).name).toBe('For the board')
  await company.pool.query(`update person set name = 'Inés María' where id = $1`, [ines.id])
  expect((await omar.api.narratives.edition({ editionId })).frozenBy.name).toBe('Inés María')

  // known or not: whoever may not read it gets nothing of it
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  await expect(noor.api.narratives.edition({ editionId })).rejects.toMatchObject({ code: 'not-found' })
  expect((await inTheApi(noor)).code).toBe('not-found')
  expect((await ines.api.narratives.edition({ editionId })).name).toBe('For the board')
})
