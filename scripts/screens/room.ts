import type { Page } from 'playwright-core'
import type { camera } from './camera.ts'
import { type Colleague, opening } from './company.ts'

/** A meeting from before it starts until after it is closed, as the facilitator, an engineer and the decider see it. */
export async function walkRoom(
  url: string,
  { author, engineer, finance }: Record<'author' | 'engineer' | 'finance', Colleague>,
  { shoot }: ReturnType<typeof camera>,
): Promise<void> {
  const [meeting] = await author.get('/meetings')
  const room: string = meeting.id
  const edition: string = meeting.editionId
  const everybody = [author, engineer, finance]
  const still = true
  const see = async (who: Colleague, text: string | RegExp) =>
    Promise.all([who.wide, who.phone].map((page) => page.getByText(text).first().waitFor()))
  for (const { wide, phone } of everybody)
    for (const page of [wide, phone]) await opening(`${url}/meetings/${room}`, 'Before we start')(page)

  await shoot({ who: author, name: '40-lobby', come: stay })
  await shoot({ who: engineer, name: '40-lobby-reader', come: stay })

  await author.act(room, 'start')
  await see(engineer, 'Finished')
  const passages = await passagesOf(engineer.wide)
  const on = (words: string) => {
    const block = passages.find(({ text }) => text.includes(words))
    if (!block) throw new Error(`no passage says ${words}`)
    const from = block.text.indexOf(words)
    return { blockId: block.id, from, to: from + words.length, quote: words }
  }
  const ask = (who: Colleague, text: string, words?: string) =>
    who.post(`/meetings/${room}/questions`, {
      key: crypto.randomUUID(),
      text,
      matter: 'substance',
      on: words === undefined ? null : on(words),
    })
  await shoot({ who: engineer, name: '41-reading', still, come: stay })
  await shoot({
    who: engineer,
    name: '41-reading-selected',
    still,
    come: async (page) => {
      await page.getByText('most of it at a label printer').first().selectText()
      await page.getByRole('toolbar', { name: 'The selected words' }).waitFor()
    },
  })
  await shoot({
    who: engineer,
    name: '41-reading-asking',
    still,
    come: async (page) => {
      await page
        .getByRole('button', { name: /^Question/ })
        .first()
        .click()
      await page
        .getByLabel('Your question', { exact: true })
        .fill('Of 212 shops, how many had the printer that jams?')
    },
  })
  for (const page of [engineer.wide, engineer.phone]) await page.keyboard.press('Escape')
  await ask(engineer, 'Of 212 shops, how many had the printer that jams?', '2 minutes and 50 seconds')
  await ask(engineer, 'What does the shop do when the phone is flat?', 'points the phone at the customer')
  await ask(finance, 'Is that the median, and over how many days?', '2 minutes and 50 seconds')
  await ask(finance, 'What would a rival have to pay for us to stop?')
  await ask(finance, 'How many of the 212 shops had the printer that jams?', '2 minutes and 50 seconds')
  await engineer.post(`/editions/${edition}/notes`, {
    text: 'The same figure stood at 2:10 in the trial. Ask Rafi.',
    on: on('61 had stopped taking returns within a year'),
  })
  for (const page of [engineer.wide, engineer.phone]) await page.reload()
  await see(engineer, 'Finished')
  await shoot({ who: engineer, name: '42-reading-own', still, come: stay })
  await shoot({ who: engineer, name: '42-reading-foot', still, come: toTheFoot })
  await shoot({ who: author, name: '42-reading-facilitator', still, come: stay })

  await finance.act(room, 'reading/finished')
  await see(finance, 'You have finished reading')
  await shoot({ who: finance, name: '43-finished', come: stay })
  await finance.act(room, 'one-question', {
    want: 'not-yet',
    because: 'Not before the crates are counted twice.',
  })
  await engineer.act(room, 'reading/finished')
  await engineer.act(room, 'one-question', { want: 'yes' })

  // each picture has its own ten seconds
  const counting = async () => {
    await author.act(room, 'reveal/cancel').catch(() => {})
    await author.act(room, 'reveal', { because: 'They have said that they are done.' })
  }
  for (const [name, who] of [
    ['44-countdown-facilitator', author],
    ['44-countdown', finance],
  ] as const)
    await shoot({
      who,
      name,
      still,
      fleeting: true,
      come: async (page) => {
        await counting()
        await page.getByText('The questions are about to open').first().waitFor()
      },
    })
  await author.act(room, 'reveal/cancel').catch(() => {})
  await author.act(room, 'reveal', { because: 'They have said that they are done.' })
  await Promise.all(
    everybody.map(({ wide }) =>
      wide
        .getByText(/questions from/)
        .first()
        .waitFor({ timeout: 20_000 }),
    ),
  )
  await author.wide.waitForTimeout(1_000)
  await shoot({ who: author, name: '45-discussion', still, come: stay })
  await shoot({ who: finance, name: '45-discussion-reader', still, come: stay })
  const { room: asked } = await author.get(`/meetings/${room}/room`)
  const alike = asked.phase.questions.filter(({ text }: { text: string }) =>
    text.includes('printer that jams'),
  )
  const questionIds: string[] = alike.map(({ id }: { id: string }) => id)
  await author.act(room, 'clusters', { questionIds })
  await finance.act(room, `questions/${questionIds[0]}/too`, { questionId: questionIds[0] })
  await author.act(room, `questions/${questionIds[0]}/must`, { questionId: questionIds[0], must: true })
  await author.act(room, `questions/${questionIds[0]}/note`, {
    questionId: questionIds[0],
    over: 0,
    text: 'Rafi: 140 of them, all of one maker.\nNobody has the figure for the other carriers.',
  })
  await shoot({ who: author, name: '45-merged', still, come: stay })
  await shoot({ who: engineer, name: '45-merged-reader', still, come: shows('Rafi: 140') })
  await finance.act(room, 'hand')
  await shoot({
    who: author,
    name: '45-owing',
    still,
    come: async (page) => page.getByRole('button', { name: /^We owe an answer/ }).click(),
  })
  const { room: open } = await author.get(`/meetings/${room}/room`)
  const questions: { id: string; text: string }[] = open.phase.questions
  const people: { personId: string; roles: string[] }[] = open.attendees
  const [first] = questions
  const second = questions.find(({ text }) => text.includes('phone is flat'))
  const owner = people.find(({ roles }) => roles.includes('author'))?.personId
  const due = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  if (!first || !second || !owner) throw new Error('the room has fewer questions or people than it was given')
  await author.act(room, `questions/${first.id}/end`, {
    questionId: first.id,
    state: { name: 'research-owed', owner, due },
  })
  await author.act(room, `questions/${second.id}/end`, {
    questionId: second.id,
    state: { name: 'answered-in-the-room', answer: 'The driver swaps it for a charged one.' },
  })
  await author.act(room, 'decision/begin')
  await author.act(room, 'hand-over', { to: owner, due })
  await shoot({ who: author, name: '46-decision-facilitator', come: shows('What the customer gets') })
  await author.act(room, 'experience', {
    experience: 'A shop takes a parcel back in nineteen seconds, with the phone in its owner’s hand.',
    why: 'The printer is why one shop in four stops. Nothing that is printed is worth that.',
  })
  await shoot({ who: finance, name: '46-decision-decider', come: shows('decided to') })
  await shoot({ who: engineer, name: '46-decision-reader', come: shows('I understand why') })
  await shoot({
    who: engineer,
    name: '46-disagreeing',
    come: async (page) =>
      page
        .getByRole('button', { name: /^I disagree|^Disagree/ })
        .first()
        .click(),
  })
  await engineer.act(room, 'acknowledge')
  await finance.act(room, 'decision', {
    decision: {
      outcome: { name: 'fund' },
      because: 'the 61 shops are worth more than the six cents',
      door: 'two-way',
      decider: people.find(({ roles }) => roles.includes('decider'))?.personId,
    },
  })
  await shoot({ who: author, name: '47-decided', come: shows('the 61 shops') })
  await author.act(room, 'close')
  await shoot({ who: author, name: '48-closed', come: shows('The meeting is closed') })
  await shoot({ who: finance, name: '48-closed-reader', come: shows('The meeting is closed') })
  const [decision] = await author.get('/decisions')
  await shoot({
    who: finance,
    name: '49-decision-of-a-meeting',
    come: opening(`${url}/decisions/${decision.id}`, 'because'),
  })
  await shoot({ who: author, name: '49-desk-after', come: opening(`${url}/`, /^Good/) })
}

const stay = async () => {}
const shows = (text: string) => async (page: Page) => {
  await page.getByText(text).first().waitFor()
}
const toTheFoot = async (page: Page) => {
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
}

/** The blocks of the edition on a page, as the lines on screen say them. */
function passagesOf(page: Page): Promise<{ id: string; text: string }[]> {
  return page.locator('[data-block]').evaluateAll((blocks) =>
    blocks.map((block) => ({
      id: block.getAttribute('data-block') ?? '',
      text: [...block.querySelectorAll('.edition-line')].map((line) => line.textContent).join(''),
    })),
  )
}
