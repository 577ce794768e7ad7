import type { Page } from 'playwright-core'
import type { camera } from './camera.ts'
import { type Colleague, opening } from './company.ts'

/** Every page of a company at work, outside the room. */
export async function walkPages(
  url: string,
  author: Colleague,
  { shoot }: ReturnType<typeof camera>,
): Promise<void> {
  const who = author
  const { initiatives } = await author.get('/initiatives')
  const idea = (name: string): string =>
    initiatives.find((each: { name: string }) => each.name.startsWith(name)).id
  const tidewater = idea('Tidewater')
  const quillfern = idea('Quillfern')
  const [narrative] = await author.get(`/initiatives/${tidewater}/narratives`)
  const [edition] = await author.get(`/initiatives/${tidewater}/editions`)
  const [rosters] = await author.get(`/initiatives/${quillfern}/narratives`)
  const [decision] = await author.get('/decisions')
  const [meeting] = await author.get('/meetings')
  const { link } = await author.post('/invitations', { functionalArea: 'design' })

  await shoot({ who, name: '10-desk', come: opening(`${url}/`, /^Good/) })
  await shoot({ who, name: '11-ideas', come: opening(`${url}/ideas`, 'Tidewater') })
  await shoot({ who, name: '12-idea-questions', come: opening(`${url}/ideas/${tidewater}`) })
  await shoot({ who, name: '12-idea-narrative', come: opening(`${url}/ideas/${tidewater}/narrative`) })
  await shoot({ who, name: '12-idea-meetings', come: opening(`${url}/ideas/${tidewater}/meetings`) })
  await shoot({
    who,
    name: '12-idea-decisions',
    come: opening(`${url}/ideas/${idea('Brackwater')}/decisions`),
  })
  await shoot({ who, name: '12-idea-activity', come: opening(`${url}/ideas/${tidewater}/activity`) })
  await shoot({
    who,
    name: '13-share',
    still: true,
    come: async (page) => {
      await opening(`${url}/ideas/${tidewater}`)(page)
      await page.getByRole('button', { name: 'Share' }).click()
      await page.getByRole('dialog').waitFor()
    },
  })
  await shoot({
    who,
    name: '14-draft',
    still: true,
    come: opening(`${url}/drafts/${narrative.id}`, 'Saved'),
  })
  await shoot({
    who,
    name: '14-draft-selected',
    still: true,
    come: async (page) => {
      await page.locator('.ProseMirror').getByText('Of 212 shops').first().selectText()
      await page.waitForTimeout(400)
    },
  })
  await shoot({
    who,
    name: '14-freeze',
    still: true,
    come: async (page) => {
      await opening(`${url}/drafts/${rosters.id}`, 'Saved')(page)
      await page.getByRole('button', { name: /^Freeze/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  })
  await shoot({
    who,
    name: '15-edition',
    still: true,
    come: opening(`${url}/editions/${edition.id}`, 'printer'),
  })
  await shoot({
    who,
    name: '16-changes',
    still: true,
    come: opening(`${url}/editions/${edition.id}/changes`),
  })
  await shoot({ who, name: '17-meetings', come: opening(`${url}/meetings`, 'Tidewater') })
  await shoot({ who, name: '18-schedule', come: opening(`${url}/ideas/${quillfern}/meetings/new`) })
  await shoot({ who, name: '19-invitation', come: opening(`${url}/meetings/${meeting.id}/invitation`) })
  await shoot({ who, name: '20-decisions', come: opening(`${url}/decisions`, 'Brackwater') })
  await shoot({ who, name: '21-decision', come: opening(`${url}/decisions/${decision.id}`, 'because') })
  await shoot({ who, name: '22-record-decision', come: opening(`${url}/ideas/${quillfern}/decisions/new`) })
  await shoot({ who, name: '23-people', come: opening(`${url}/people`, 'Sample Engineer') })
  await shoot({
    who,
    name: '24-invite',
    still: true,
    come: async (page) => {
      await page.getByRole('button', { name: 'Invite' }).first().click()
      await page.getByRole('dialog').waitFor()
    },
  })
  await shoot({
    who,
    name: '24-invite-made',
    still: true,
    come: async (page) => {
      await page.getByRole('button', { name: 'Make a link' }).click()
      await page.getByRole('button', { name: /^Copy/ }).first().waitFor()
    },
  })
  await shoot({ who, name: '25-sessions', come: opening(`${url}/your-sessions`) })
  await shoot({ who, name: '26-settings', come: opening(`${url}/settings`) })
  await shoot({ who, name: '27-not-found', come: opening(`${url}/nowhere`) })
  await shoot({
    who,
    name: '27-no-such-edition',
    come: opening(`${url}/editions/00000000-0000-7000-8000-000000000000`),
  })
  await shoot({ who, name: '28-palette', still: true, come: pressing(url, 'Control+k') })
  await shoot({ who, name: '28-shortcuts', still: true, come: pressing(url, '?') })
  await shoot({
    who,
    name: '28-you',
    still: true,
    come: async (page) => {
      await opening(`${url}/`, /^Good/)(page)
      await page.locator('.you-button').click()
    },
  })
  await shoot({ who, name: '29-see-a-meeting', come: opening(`${url}/see-a-meeting`, 'Simulated readers') })
  await walkOutside(url, link, who, { shoot })
}

const pressing = (url: string, keys: string) => async (page: Page) => {
  await opening(`${url}/`, /^Good/)(page)
  await page.keyboard.press(keys)
  await page.getByRole('dialog').waitFor()
}

/** Before signing in; and what a page says whose server does not answer. */
async function walkOutside(
  url: string,
  link: string,
  who: Colleague,
  { shoot }: Pick<ReturnType<typeof camera>, 'shoot'>,
): Promise<void> {
  await shoot({
    who,
    name: '30-server-away',
    come: async (page) => {
      await opening(`${url}/ideas`, 'Tidewater')(page)
      await page.route('**/rpc/**', (route) => route.abort())
      await page.getByRole('link', { name: 'Decisions' }).click()
      await page.getByRole('button', { name: 'Try again' }).first().waitFor({ timeout: 20_000 })
      await page.unroute('**/rpc/**')
    },
  })
  const cookies = await who.context.cookies()
  for (const page of [who.wide, who.phone]) await page.context().clearCookies()
  await shoot({ who, name: '31-join', come: opening(new URL(link, url).href, 'Join') })
  await shoot({ who, name: '31-join-used', come: opening(`${url}/join/a-link-that-was-never-made`) })
  await shoot({ who, name: '32-sign-in', come: opening(`${url}/sign-in`, 'Password') })
  await shoot({
    who,
    name: '32-sign-in-refused',
    come: async (page) => {
      await page.getByLabel('E-mail').fill('author@sample.example')
      await page.getByLabel('Password').fill('not that one')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  })
  for (const page of [who.wide, who.phone]) await page.context().addCookies(cookies)
}
