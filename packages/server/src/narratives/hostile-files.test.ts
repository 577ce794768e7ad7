import { afterAll, beforeAll, expect, test } from 'vitest'
import { harmlessDocx, hostileFiles } from '../formats/hostile.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  // the process that reads is started by the first file and stays for the next
  await ines.api.narratives.bring({ file: new File([harmlessDocx], 'a.docx') })
})
afterAll(() => company.close())

const counts = async () => {
  const { rows } = await company.pool.query(
    `select (select count(*) from initiative)::int initiatives, (select count(*) from narrative)::int narratives,
      (select count(*) from document)::int documents, (select count(*) from comment)::int comments`,
  )
  return rows[0]
}

test.each(hostileFiles)(
  'A5: $title is refused by name, and nothing is kept',
  async ({ name, bytes, refusal: expected }) => {
    const before = await counts()
    const file = new File([bytes()], name)
    expect(await refusal(ines.api.narratives.bring({ file }))).toBe(expected)
    expect(await counts()).toEqual(before)
  },
)

test('A5: 100 MB are refused before they are read', async () => {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(100 * 1024 * 1024)], 'large.docx'))
  const answer = await fetch(`${company.url}/api/imports`, {
    method: 'POST',
    headers: { cookie: ines.cookie() },
    body,
  }).catch(
    // the server hangs up on whoever goes on sending
    () => null,
  )
  if (answer) expect([answer.status, (await answer.json()).code]).toEqual([413, 'too-large'])
  expect(await ines.api.people.me()).not.toBeNull()
})
