import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, type Company, openCompany, type Person } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

/** W2, W6: the long answers are written with words set in them, lists, and links to the evidence they rest on. */
let company: Company
let ines: Person
let omar: Person
let initiativeId: string
const pieceId = 'a-piece-of-evidence'
const finding = 'Nine of twelve growers drove out in vain'

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  const [first, second] = company.people
  if (!first || !second) throw new Error('nobody is there')
  ines = first
  omar = second
  initiativeId = (await ines.call('initiatives/create', { name: 'Oysters by text' })).id
  await ines.call('evidence/capture', {
    ...{ initiativeId, id: pieceId, kind: 'interview', provenance: 'observed' },
    ...{ statement: finding, source: 'Calls with twelve growers', date: 'May 2027', link: '' },
  })
})
afterAll(() => company?.close())

const address = () => `${company.url}/ideas/${initiativeId}`
const box = ({ page }: Person, label: string) => page.getByLabel(label, { exact: true })
/** Once it is there to be written in. */
const editor = (who: Person, label: string) => box(who, label).and(who.page.locator('[contenteditable=true]'))
const stored = async () => (await ines.get(`/initiatives/${initiativeId}`)).answers

test('W2: words are set by keys and by their signs, and stored as text; their words alone are weighed and searched', async () => {
  const { page } = ines
  await page.goto(address())
  const situation = editor(ines, 'What they are in the middle of')
  await situation.click()
  await page.keyboard.type('They wait ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('in the dark')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' and _count_ 2*3*4 boats:')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- one calls')
  await page.keyboard.press('Enter')
  await page.keyboard.type('one drives')
  const text = 'They wait **in the dark** and _count_ 2*3*4 boats:\n- one calls\n- one drives'
  await expect.poll(async () => (await stored()).customer.situation, { timeout: 10_000 }).toBe(text)
  expect(await situation.locator('strong').textContent()).toBe('in the dark')
  expect(await situation.locator('li').count()).toBe(2)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await stored()).customer.situation).toBe(text)
  await expect
    .poll(
      async () =>
        (await ines.get('/search?text=wait%20dark')).hits.map((hit: { snippet: string }) => hit.snippet),
      {
        timeout: 10_000,
      },
    )
    .toEqual([expect.stringContaining('They wait in the dark and count 2*3*4 boats')])
})

test('W6: words lead to a piece of evidence, for whoever reads, until the piece is gone', async () => {
  const { page } = ines
  const problem = editor(ines, 'Today they have to…')
  await problem.click()
  await page.keyboard.type('They drive out for nothing on nine mornings')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await button(page, 'Link to evidence').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Link / })
    .click()
  const text = `They drive out for nothing on [nine mornings](evidence:${pieceId})`
  await expect.poll(async () => (await stored()).problem.statement, { timeout: 10_000 }).toBe(text)

  // Omar may read, and finds what it rests on
  await omar.page.goto(address())
  const words = box(omar, 'Today they have to…')
  await words.getByRole('link', { name: 'nine mornings' }).click()
  await omar.page.getByRole('dialog').getByText(finding).waitFor()
  await omar.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await lookWideAndNarrow(omar.page, 'rich-answers-read')
  await page.keyboard.press('End')
  await lookWideAndNarrow(page, 'rich-answers')

  await ines.call('evidence/remove', { initiativeId, id: pieceId })
  await expect.poll(() => words.getByRole('link').count(), { timeout: 10_000 }).toBe(0)
  expect(await words.textContent()).toBe('They drive out for nothing on nine mornings')
  expect((await stored()).problem.statement).toBe(text)
})

test('W2: a text of plain signs is not touched by being opened, and an edit leaves its other lines to the letter', async () => {
  const { page } = ines
  const text = '* not a list, 2*3*4\n1. one\n1. one more\na_b_c **'
  const { versions } = await ines.get(`/initiatives/${initiativeId}`)
  await ines.call('initiatives/answer', {
    ...{ initiativeId, version: versions.experience },
    patch: { question: 'experience', fields: { description: text } },
  })
  const experience = editor(ines, 'Step by step, from the customer’s side')
  await expect.poll(() => experience.locator('li').count()).toBe(2)
  await experience.click()
  await page.keyboard.press('Control+End')
  await box(ines, 'Who pays, if somebody else').click()
  expect((await stored()).experience.description).toBe(text)
  await experience.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' end')
  await expect
    .poll(async () => (await stored()).experience.description, { timeout: 10_000 })
    .toBe(`${text} end`)
})

test('W2: what is pasted keeps only what an answer may hold, words are linked by key, and a link is followed where nobody writes', async () => {
  const { page } = ines
  const proof = editor(ines, 'What shows it')
  await page.getByLabel('How badly it burns').selectOption('painful')
  await proof.click()
  await proof.evaluate((box) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<h2>Calls</h2><p style="color:red">They <b>pay</b> <a href="javascript:alert(1)">a man</a></p><table><tr><td>cell</td></tr></table><img src="x" onerror="alert(1)"><ul><li>by <i>week</i></li></ul>',
    )
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  const pasted = 'Calls\nThey **pay** a man\ncell\n- by _week_'
  await expect.poll(async () => (await stored()).problem.proof, { timeout: 10_000 }).toBe(pasted)

  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Address').fill('tides.example/calls')
  await page.keyboard.press('Enter')
  const linked = pasted.replace('Calls', '[Calls](https://tides.example/calls)')
  await expect.poll(async () => (await stored()).problem.proof, { timeout: 10_000 }).toBe(linked)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await stored()).problem.proof, { timeout: 10_000 }).toBe(pasted)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await stored()).problem.proof, { timeout: 10_000 }).toBe(linked)

  await page.getByLabel('Who pays, if somebody else').click()
  await ines.context.route('https://tides.example/**', (route) => route.fulfill({ body: 'tides' }))
  const [opened] = await Promise.all([ines.context.waitForEvent('page'), proof.getByText('Calls').click()])
  expect(opened.url()).toBe('https://tides.example/calls')
  await opened.close()
})
