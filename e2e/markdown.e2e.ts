import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany } from './company.ts'

/** Each row is typed into a draft of its own part, taken back by key, typed again and taken back by Backspace. */
let company: Company
let page: Page

beforeAll(async () => {
  company = await openCompany(['Ines'])
  const ines = company.people[0]
  if (!ines) throw new Error('a company of nobody')
  page = ines.page
  const idea = await ines.post('/initiatives', { name: 'Tidewatch' })
  const draft = await ines.post(`/initiatives/${idea.id}/narratives`)
  await page.goto(`${company.url}/drafts/${draft.id}`)
  await summary().locator('p').first().waitFor()
})

afterAll(() => company?.close())

const summary = () => page.locator('.draft [data-part="summary"]')

/** What stands in the part, as tags and words alone. */
async function shown(): Promise<string> {
  const html = await summary().evaluate((part) => {
    const copy = part.cloneNode(true)
    if (!(copy instanceof HTMLElement)) return ''
    for (const each of copy.querySelectorAll('br, .ProseMirror-widget, .caret, .ProseMirror-separator'))
      each.remove()
    for (const each of copy.querySelectorAll('*'))
      for (const { name } of [...each.attributes])
        if (!['href', 'start', 'data-language'].includes(name)) each.removeAttribute(name)
    return copy.innerHTML
  })
  return html.replaceAll('&nbsp;', ' ').replaceAll('\u00a0', ' ')
}

async function empty() {
  await summary().locator('p, h1, h2, h3, h4, pre').first().click()
  for (let tries = 0; tries < 12 && (await shown()) !== '<p></p>'; tries++) {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
  }
  await summary().locator('p').first().click()
  expect(await shown()).toBe('<p></p>')
}

const table: [typed: string, becomes: string, before: string][] = [
  ['# ', '<h1></h1>', '<p># </p>'],
  ['## ', '<h2></h2>', '<p>## </p>'],
  ['### ', '<h3></h3>', '<p>### </p>'],
  ['#### ', '<h4></h4>', '<p>#### </p>'],
  ['- ', '<ul><li><p></p></li></ul>', '<p>- </p>'],
  ['* ', '<ul><li><p></p></li></ul>', '<p>* </p>'],
  ['+ ', '<ul><li><p></p></li></ul>', '<p>+ </p>'],
  ['1. ', '<ol><li><p></p></li></ol>', '<p>1. </p>'],
  ['3) ', '<ol start="3"><li><p></p></li></ol>', '<p>3) </p>'],
  ['> ', '<blockquote><p></p></blockquote>', '<p>> </p>'],
  ['``` ', '<pre><code></code></pre>', '<p>``` </p>'],
  ['```js\n', '<pre data-language="js"><code></code></pre>', '<p>```js</p>'],
  ['---', '<hr><p></p>', '<p>---</p>'],
  ['*** ', '<hr><p></p>', '<p>*** </p>'],
  ['___ ', '<hr><p></p>', '<p>___ </p>'],
  ['So **bold**', '<p>So <strong>bold</strong></p>', '<p>So **bold**</p>'],
  ['So __bold__', '<p>So <strong>bold</strong></p>', '<p>So __bold__</p>'],
  ['So *it*', '<p>So <em>it</em></p>', '<p>So *it*</p>'],
  ['So _it_', '<p>So <em>it</em></p>', '<p>So _it_</p>'],
  ['***both***', '<p><strong><em>both</em></strong></p>', '<p>***both***</p>'],
  ['So `code`', '<p>So <code>code</code></p>', '<p>So `code`</p>'],
  ['So ~~gone~~', '<p>So <s>gone</s></p>', '<p>So ~~gone~~</p>'],
  [
    'At [the harbour](https://harbour.example/a)',
    '<p>At <a href="https://harbour.example/a">the harbour</a></p>',
    '<p>At [the harbour](https://harbour.example/a)</p>',
  ],
]

test.each(table)(
  'typed, %j is what its Markdown says; taken back it is the characters',
  async (typed, becomes, before) => {
    const same = (html: string) =>
      html.replaceAll('&gt;', '>').replaceAll(/ rel="[^"]*"| target="[^"]*"/g, '')
    for (const key of ['Control+z', 'Backspace']) {
      await empty()
      for (const letter of typed)
        await (letter === '\n' ? page.keyboard.press('Enter') : page.keyboard.type(letter))
      await expect.poll(async () => same(await shown())).toBe(becomes)
      await page.keyboard.press(key)
      await expect.poll(async () => same(await shown())).toBe(before)
      // and one writes on behind them
      await page.keyboard.type('x')
      await expect.poll(async () => same(await shown())).toBe(before.replace('</p>', 'x</p>'))
    }
  },
)

const plain: [typed: string, stays: string][] = [
  ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  ['snake_case_name', '<p>snake_case_name</p>'],
  ['a - b', '<p>a - b</p>'],
  ['[run](javascript:alert(1))', '<p>[run](javascript:alert(1))</p>'],
  ['Item #1 ', '<p>Item #1 </p>'],
]

test.each(plain)('%j is no Markdown, and stays as it is', async (typed, stays) => {
  await empty()
  await page.keyboard.type(typed)
  await expect.poll(shown).toBe(stays)
})

test('in code nothing is Markdown, and around a footnote nothing is lost', async () => {
  await empty()
  await page.keyboard.type('``` ')
  await page.keyboard.type('- **a** ')
  await expect.poll(shown).toBe('<pre><code>- **a** </code></pre>')
  await empty()
  await page.keyboard.type('**one')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('A note.')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' two**')
  expect(await summary().locator('p').first().textContent()).toBe('**oneA note. two**')
})
