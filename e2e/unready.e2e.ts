import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures } from './company.ts'

let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
})
afterAll(() => company?.close())

const source = '# Harbour opens to small boats\n\nSkippers phone the port to ask.\n'

/** What each setting says where a decision is scheduled on unanswered questions, and what it refuses without a reason. */
const settings = [
  ['tell', 'One sentence, if there is one. The room reads it before it starts.', 'scheduled'],
  ['ask-why', 'One sentence. It is recorded, and the room reads it before it starts.', 'why-now-missing'],
  ['block', 'This company decides only when all five are answered.', 'not-ready'],
] as const

test.each(settings)(
  'W4: set to “%s”, scheduling a decision on unanswered questions says so and does so',
  async (unreadyQuestions, says, comesOf) => {
    await ines.patch('/workspace', { settings: { unreadyQuestions } })
    const { initiativeId, narrativeId } = await ines.bring(source)
    const { id: editionId } = await ines.post(`/narratives/${narrativeId}/editions`)
    const { page } = ines
    await page.goto(`${company.url}/ideas/${initiativeId}/meetings/new`)
    await page.getByText('That is no obstacle to a meeting that improves the document').waitFor()
    await page.getByLabel('To decide').check()
    await page.getByText(says).waitFor()
    expect(await page.getByLabel('Why is a decision due now?').count()).toBe(
      unreadyQuestions === 'block' ? 0 : 1,
    )
    expect(await barriers(page)).toEqual([])
    await page.screenshot({ path: `${pictures}/unready-${unreadyQuestions}.png`, fullPage: true })

    const schedule = async (purpose: 'improve' | 'decide', whyNow: string) => {
      const answer = await ines.context.request.post(
        `${company.url}/api/initiatives/${initiativeId}/meetings`,
        {
          headers: { 'x-foreword': '1' },
          data: {
            ...{ editionId, key: randomUUID(), purpose, whyNow, startsAt: new Date().toISOString() },
            ...{ readingMinutes: 10, discussionMinutes: 20 },
            attendees: [
              { personId: ines.id, roles: ['facilitator', 'author'] },
              { personId: omar.id, roles: [purpose === 'decide' ? 'decider' : 'reader'] },
            ],
          },
        },
      )
      const { room, code } = await answer.json()
      return room ? 'scheduled' : code
    }
    expect(await schedule('decide', '')).toBe(comesOf)
    expect(await schedule('decide', 'The season starts.')).toBe(
      unreadyQuestions === 'block' ? 'not-ready' : 'scheduled',
    )
    expect(await schedule('improve', '')).toBe('scheduled')
    if (unreadyQuestions === 'block')
      expect(await button(page, 'Schedule the meeting').isDisabled()).toBe(true)
  },
)
