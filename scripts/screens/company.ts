import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { type Sitter, signInOnBoth, sitDown } from './camera.ts'

/** Somebody of the sample company at both screens, with what they may send past the pages. */
export interface Colleague extends Sitter {
  get: (path: string) => Promise<Answer>
  post: (path: string, data?: object) => Promise<Answer>
  /** An act in a room, with its key. */
  act: (room: string, path: string, data?: object) => Promise<Answer>
}

// the answers' shapes are the contract's; a field that is not there fails the next request by name
// biome-ignore lint/suspicious/noExplicitAny: read once each, right where it came in
export type Answer = any

export async function colleague(browser: Browser, url: string, email: string, password: string) {
  const sitter = await sitDown(browser)
  const headers = { 'x-foreword': '1', origin: url }
  const send = async (method: string, path: string, data?: object) => {
    const answer = await sitter.context.request.fetch(`${url}/api${path}`, {
      method,
      headers,
      ...(data && { data }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${await answer.text()}`)
    return answer.json()
  }
  const person: Colleague = {
    ...sitter,
    get: (path) => send('GET', path),
    post: (path, data = {}) => send('POST', path, data),
    act: (room, path, data = {}) => send('POST', `/meetings/${room}/${path}`, { key: randomUUID(), ...data }),
  }
  await person.post('/session', { email, password })
  await signInOnBoth(person)
  return person
}

/** Opens an address and waits until what it asked for has come. */
export const opening = (address: string, shows?: string | RegExp) => async (page: Page) => {
  await page.goto(address)
  if (shows === undefined) await page.getByRole('heading').first().waitFor()
  else await page.getByText(shows).first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  await page.waitForTimeout(300)
}
