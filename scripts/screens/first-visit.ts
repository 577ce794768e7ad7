import type { Browser, Page } from 'playwright-core'
import { type camera, signInOnBoth, sitDown } from './camera.ts'

/** What somebody meets in a Foreword nobody has been in: the first visit, the doors, and every list before its first row. */
export async function walkFirstVisit(
  url: string,
  browser: Browser,
  { shoot }: ReturnType<typeof camera>,
): Promise<void> {
  const who = await sitDown(browser)
  const at = (path: string, loaded: string | RegExp) => async (page: Page) => {
    await page.goto(url + path)
    await page.getByText(loaded).first().waitFor()
  }
  const heading = async (page: Page) => page.getByRole('heading', { level: 1 }).waitFor()
  await shoot({ who, name: '01-welcome', come: at('/', 'Company') })
  await shoot({
    who,
    name: '01-welcome-refused',
    come: async (page) => {
      await page.getByLabel('E-mail').fill('ines at example')
      await page.getByLabel('Password').fill('short')
      await page.getByRole('button', { name: 'Begin' }).click()
    },
  })

  await who.wide.goto(url)
  await who.wide.getByLabel('Your name').fill('Sample Founder')
  await who.wide.getByLabel('E-mail').fill('founder@sample.example')
  await who.wide.getByLabel('Password').fill('a few plain words')
  await who.wide.getByLabel('Company').fill('The sample company')
  await who.wide.getByRole('button', { name: 'Begin' }).click()
  await who.wide.getByText('Duplicate the guide').first().waitFor()
  await signInOnBoth(who)

  await shoot({ who, name: '02-doors', come: at('/start', 'Duplicate the guide') })
  await shoot({
    who,
    name: '02-doors-bring',
    come: async (page) => {
      await page.getByRole('button', { name: 'Bring a document' }).click()
      await page.getByRole('dialog').waitFor()
    },
  })
  await shoot({ who, name: '03-desk-empty', come: at('/', 'A desk fills itself') })
  for (const list of ['ideas', 'meetings', 'decisions', 'people'])
    await shoot({
      who,
      name: `04-${list}-empty`,
      come: async (page) => {
        await page.goto(`${url}/${list}`)
        await heading(page)
        await page.waitForLoadState('networkidle')
      },
    })
  const made = await who.context.request.post(`${url}/api/initiatives`, {
    headers: { 'x-foreword': '1', origin: url },
    data: { name: 'A text at five says whether today’s oysters may be sold' },
  })
  const { id } = await made.json()
  for (const [name, path] of [
    ['questions', ''],
    ['narrative', '/narrative'],
    ['meetings', '/meetings'],
    ['decisions', '/decisions'],
  ] as const)
    await shoot({
      who,
      name: `05-idea-new-${name}`,
      come: async (page) => {
        await page.goto(`${url}/ideas/${id}${path}`)
        await heading(page)
        await page.waitForLoadState('networkidle')
      },
    })
  const started = await who.context.request.post(`${url}/api/initiatives/${id}/narratives`, {
    headers: { 'x-foreword': '1', origin: url },
    data: {},
  })
  const narrative = await started.json()
  await shoot({
    who,
    name: '06-draft-new',
    still: true,
    come: async (page) => {
      await page.goto(`${url}/drafts/${narrative.id}`)
      await page.getByText('Saved', { exact: true }).first().waitFor()
    },
  })
  await Promise.all([who.context.close(), who.phone.context().close()])
}
