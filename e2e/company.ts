/*
 * A company that is there already, for tests of what comes after the first five minutes: people signed in, each in a
 * browser of their own, and a meeting that is about to begin. All of it is made over the API, as a script would.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '@foreword/server/env'
import { startServer } from '@foreword/server/start'
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { freshDatabase } from '../packages/server/src/test/database.ts'
import { launchBrowser } from './browser.ts'

export const pictures = join(import.meta.dirname, '../test-results/meetings')
mkdirSync(pictures, { recursive: true })

export type Company = Awaited<ReturnType<typeof openCompany>>
export interface Person {
  id: string
  name: string
  context: BrowserContext
  page: Page
  /** Calls an operation by its name in the contract, as their browser does, and gives what it answers. */
  call: (operation: string, input?: unknown) => Promise<Answer>
  /** A document becomes an idea of theirs with its draft. */
  bring: (markdown: string) => Promise<{ initiativeId: string; narrativeId: string }>
  /** The same operations, as a script calls them. */
  post: (path: string, data?: object) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  patch: (path: string, data: object) => Promise<Answer>
}
// what comes back is looked at with expectations, which say themselves when it is something else
// biome-ignore lint/suspicious/noExplicitAny: as above
type Answer = any

const document = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending growers one text.

Until now a grower learned of a closure from a recording updated between seven and nine.

## FAQ

**Q: What does it cost?**
A: Nothing in the first season.
`
/** Words of the document that a reader asks about. */
export const passage = 'updated between seven and nine'

export type Role = 'facilitator' | 'deputy' | 'note-taker' | 'decider' | 'author' | 'reader'

/** The first of `names` founds the company and owns what is brought. */
export async function openCompany(names: readonly string[], options: BrowserContextOptions = {}) {
  const [database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  let ahead = 0
  let mail: { smtpUrl: string; publicUrl: string } | undefined
  const serve = (port: number) =>
    startServer(
      { ...readEnv({ DATABASE_URL: database.url }), port, ...mail },
      { tell: () => {}, now: () => new Date(Date.now() + ahead) },
    )
  let server = await serve(0)
  const { url } = server
  const people: Person[] = []

  async function sitDown(name: string): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const request = async (method: 'POST' | 'GET' | 'PATCH', path: string, data?: object) => {
      const answer = await context.request.fetch(`${url}/api${path}`, {
        method,
        headers: { 'x-foreword': '1' },
        ...(data === undefined ? {} : { data }),
      })
      const text = await answer.text()
      expect(answer.ok(), `${method} ${path}: ${text}`).toBe(true)
      return text === '' ? undefined : JSON.parse(text)
    }
    const call = async (operation: string, input?: unknown) => {
      const answer = await context.request.post(`${url}/rpc/${operation}`, {
        headers: { 'x-foreword': '1' },
        data: { json: input, meta: [] },
      })
      expect(answer.ok(), `${operation}: ${await answer.text()}`).toBe(true)
      return (await answer.json()).json
    }
    const bring = async (markdown: string) => {
      const answer = await context.request.post(`${url}/api/imports`, {
        headers: { 'x-foreword': '1' },
        multipart: {
          file: { name: 'tidewatch.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) },
        },
      })
      expect(answer.ok(), await answer.text()).toBe(true)
      return answer.json()
    }
    const post = (path: string, data: object = {}) => request('POST', path, data)
    const credentials = {
      name,
      email: `${name.toLowerCase()}@example.com`,
      password: 'a few plain words',
    }
    const [founder] = people
    const { person } = founder
      ? await post((await founder.post('/invitations')).link, credentials)
      : await post('/setup', { ...credentials, company: 'Tidewatch' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => {
      throw new Error(`${name}’s page failed: ${error.message}`)
    })
    return {
      id: person.id,
      name,
      context,
      page,
      call,
      bring,
      post,
      get: (path) => request('GET', path),
      patch: (path, data) => request('PATCH', path, data),
    }
  }

  for (const name of names) people.push(await sitDown(name))
  // who waits for the questions to open in a test knows that they will
  await people[0]?.patch('/workspace', { settings: { countdownSeconds: 0 } })

  return {
    people,
    url,
    /** Another device of somebody: `options` may carry how they are signed in. */
    openContext: (options: BrowserContextOptions) => browser.newContext(options),
    /** Moves the server's clock. */
    wait(ms: number) {
      ahead += ms
    },
    /** From now on its letters go to this mail server. */
    async mailBy(smtpUrl: string) {
      mail = { smtpUrl, publicUrl: url }
      await this.restart()
    },
    /** As an administrator ends the server and starts it again; the database stays. */
    async restart() {
      await server.close()
      server = await serve(Number(new URL(url).port))
    },
    /**
     * Shared with everybody as readers. `roles` are by name; the times are short, and the questions open at once. On a
     * document of its own, or the next edition of one that is there.
     */
    async schedule(
      purpose: 'improve' | 'decide',
      roles: Record<string, Role[]>,
      on?: { initiativeId: string; narrativeId: string },
    ) {
      const [founder] = people
      if (!founder) throw new Error('a company of nobody')
      const { initiativeId, narrativeId } = on ?? (await founder.bring(document))
      const edition = await founder.post(`/narratives/${narrativeId}/editions`)
      const { room } = await founder.post(`/initiatives/${initiativeId}/meetings`, {
        editionId: edition.id,
        key: randomUUID(),
        purpose,
        startsAt: new Date(Date.now() + ahead).toISOString(),
        readingMinutes: 10,
        discussionMinutes: 20,
        attendees: people
          .filter(({ name }) => roles[name])
          .map(({ id, name }) => ({ personId: id, roles: roles[name] })),
        whyNow: 'The season starts in three weeks.',
      })
      return {
        initiativeId,
        narrativeId,
        editionId: edition.id as string,
        meetingId: room.meetingId as string,
        address: `${url}/meetings/${room.meetingId}`,
      }
    },
    /** For whoever looks at why a test failed. */
    async photograph(what: string) {
      for (const { name, page } of people)
        await page.screenshot({ path: join(pictures, `${what}-${name.toLowerCase()}.png`) }).catch(() => {})
    },
    async close() {
      await browser.close()
      await server.close()
      await database.close()
    },
  }
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Opens the questions: at once when everybody has read, and with the reason that is asked for while somebody has not. */
export async function openTheQuestions(page: Page) {
  await button(page, /^Open the questions/)
    .first()
    .click()
  const why = page.getByLabel('Why now, in a sentence')
  await why
    .or(page.getByText(/The questions are about to open|questions? from|Nobody asked anything/))
    .first()
    .waitFor()
  if (!(await why.isVisible())) return
  await why.fill('They have said that they are done.')
  await button(page, 'Open them').click()
}

/** Selects words of an edition as a reader would with the pointer. */
export const select = (page: Page, words: string | RegExp) =>
  selectWords(page.getByText(words).first(), page.getByRole('toolbar', { name: 'The selected words' }))

/** Selects words, and again when the sheet was set anew under the hand, until what is offered for them is there. */
export async function selectWords(words: Locator, offered: Locator) {
  const offers = async () => {
    await words.selectText()
    return offered.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    )
  }
  await expect.poll(offers).toBe(true)
}
