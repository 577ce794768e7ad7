import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { markdownFile } from './pr-faq.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

const source = `# Harbour opens to small boats

## Problem

Skippers phone the port to ask.

## FAQ

**Q: Who is the customer?**
A: A skipper at sea at five.
`

test('W4: a brought document proposes answers under the names of its parts, and answers nothing by itself', async () => {
  const { initiativeId } = await ines.api.narratives.bring({ file: markdownFile(source) })
  const proposed = await ines.api.narratives.proposedAnswers({ initiativeId })
  expect(proposed.narrative?.title).toBe('Harbour opens to small boats')
  expect(proposed.answers).toEqual([
    { question: 'customer', field: 'who', text: 'A skipper at sea at five.', under: 'Who is the customer?' },
    { question: 'problem', field: 'statement', text: 'Skippers phone the port to ask.', under: 'Problem' },
    { question: 'benefit', field: 'primary', text: 'Harbour opens to small boats', under: 'Headline' },
  ])
  const { answers } = await ines.api.initiatives.get({ initiativeId })
  expect([answers.customer.who, answers.problem.statement]).toEqual(['', ''])
  expect(await refusal(omar.api.narratives.proposedAnswers({ initiativeId }))).toBe('not-allowed')
})

test('W4: an idea without a document is proposed nothing', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'A thought' })
  expect(await ines.api.narratives.proposedAnswers({ initiativeId })).toEqual({
    narrative: null,
    answers: [],
  })
})
