import { randomUUID } from 'node:crypto'
import type { KindTemplate } from '@foreword/core/narratives/kind'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { ORPCError } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

const shipped = (id: string) => {
  const found = defaultKinds.find((kind) => kind.id === id)
  if (!found) throw new Error(`${id} does not ship`)
  const { id: _, ...template } = found
  return template
}
const memo: KindTemplate = {
  label: 'Memo',
  purpose: 'To be remembered.',
  limits: { corePages: 1, pressReleasePages: null },
  parts: [
    {
      id: 'title',
      label: 'Title',
      section: 'body',
      required: true,
      guidance: 'Say what it is about.',
      qualityBar: 'Is it said?',
      startsWith: 'heading',
    },
    {
      id: 'numbers',
      label: 'Numbers',
      section: 'body',
      required: false,
      guidance: 'Count.',
      qualityBar: 'Is it counted?',
      startsWith: 'paragraph',
      title: 'In numbers',
    },
  ],
}
const kind = async (id: string) => (await omar.api.narratives.kinds()).find((each) => each.id === id)
const idea = async () => (await ines.api.initiatives.create({ name: 'Oysters at five' })).id
const file = (content: unknown, name = 'memo.template.json') =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name, {
    type: 'application/json',
  })
async function fieldsOf(act: Promise<unknown>): Promise<string[]> {
  try {
    await act
    return []
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const data: { fields?: { field: string }[] } = error.data
    return (data.fields ?? []).map(({ field }) => field)
  }
}

describe('editing', () => {
  test('N1: a new workspace has every kind that ships, unchanged, and stores none of them', async () => {
    const kinds = await omar.api.narratives.kinds()
    expect(kinds.map(({ id, origin, version, hasExample }) => ({ id, origin, version, hasExample }))).toEqual(
      defaultKinds.map(({ id }) => ({ id, origin: 'default', version: 0, hasExample: true })),
    )
    const { rows } = await company.pool.query('select count(*)::int stored from narrative_kind')
    expect(rows).toEqual([{ stored: 0 }])
  })

  test('N1: a changed template is the company’s own until it goes back to the default, and keeps its id', async () => {
    const before = shipped('one-pager')
    const template = { ...before, label: 'Note', parts: before.parts.slice(0, 2) }
    const changed = await ines.api.narratives.saveKind({ kindId: 'one-pager', template, version: 0 })
    expect(changed).toMatchObject({ ...template, id: 'one-pager', origin: 'edited', version: 1 })
    expect(await kind('one-pager')).toEqual(changed)
    const back = await ines.api.narratives.resetKind({ kindId: 'one-pager', version: 1 })
    expect(back).toMatchObject({ ...before, id: 'one-pager', origin: 'default', version: 0 })
  })

  test('A5: nobody overwrites a change they have not seen, also when both change a default at once', async () => {
    const save = (label: string, version: number) =>
      refusal(
        ines.api.narratives.saveKind({
          kindId: 'faq',
          template: { ...shipped('faq'), label },
          version,
        }),
      )
    const both = await Promise.all([save('Questions', 0), save('Answers', 0)])
    expect(both.filter((answer) => answer === 'changed-meanwhile')).toHaveLength(1)
    expect(await save('Late', 0)).toBe('changed-meanwhile')
    expect(await save('In time', 1)).toMatchObject({ label: 'In time', version: 2 })
    expect(await refusal(ines.api.narratives.resetKind({ kindId: 'faq', version: 1 }))).toBe(
      'changed-meanwhile',
    )
  })

  test('A5: what is wrong in a template is named by its field, and nothing of it is kept', async () => {
    const [first, second] = memo.parts
    const parts = [first, { ...second, id: 'title', guidance: ' ' }]
    // what a client of another make could send
    const template = { ...memo, parts } as KindTemplate
    const fields = await fieldsOf(ines.api.narratives.addKind({ template }))
    expect(fields).toContain('template.parts.1.guidance')
    expect(await kind('memo')).toBeUndefined()
  })

  test('N1: only an administrator changes templates; everybody reads them', async () => {
    expect(await refusal(omar.api.narratives.addKind({ template: memo }))).toBe('not-allowed')
    expect(
      await refusal(
        omar.api.narratives.saveKind({ kindId: 'pr-faq', template: shipped('pr-faq'), version: 0 }),
      ),
    ).toBe('not-allowed')
  })
})

describe('a kind of the company’s own', () => {
  test('N1, N3: documents of it begin with its parts, and are counted by its limits', async () => {
    const { id } = await ines.api.narratives.addKind({ template: memo })
    expect(id).toBe('memo')
    const made = await omar.api.narratives.start({
      initiativeId: (await omar.api.initiatives.create({ name: 'Nets' })).id,
      kind: id,
    })
    // its heading is the template's and nobody's word: there is nothing to freeze, and no title
    expect(made).toMatchObject({ kind: 'memo', title: '' })
    expect(await refusal(omar.api.narratives.freeze({ narrativeId: made.id }))).toBe('nothing-written')
    const layout = await omar.api.narratives.layout({ narrativeId: made.id })
    expect(layout).toMatchObject({ corePages: 1, pressReleasePages: 0 })
  })

  test('N1: one that documents are of cannot be removed; an unused one can', async () => {
    const { id } = await ines.api.narratives.addKind({ template: { ...memo, label: 'Letter' } })
    const narrative = await ines.api.narratives.start({ initiativeId: await idea(), kind: id })
    expect(await refusal(ines.api.narratives.removeKind({ kindId: id }))).toBe('kind-in-use')
    expect(narrative.kind).toBe(id)
    const unused = await ines.api.narratives.addKind({ template: { ...memo, label: 'Letter' } })
    expect(unused.id).toBe('letter-2')
    await ines.api.narratives.removeKind({ kindId: unused.id })
    expect(await kind(unused.id)).toBeUndefined()
    expect(await refusal(ines.api.narratives.removeKind({ kindId: 'pr-faq' }))).toBe('ships-with-the-product')
    expect(await refusal(ines.api.narratives.resetKind({ kindId: id, version: 1 }))).toBe('no-default')
    expect(await refusal(ines.api.narratives.removeKind({ kindId: 'novel' }))).toBe('no-such-kind')
  })

  test('N1: one is never removed under a document that is just being begun', async () => {
    const initiativeId = await idea()
    for (let round = 0; round < 8; round++) {
      const { id } = await ines.api.narratives.addKind({ template: { ...memo, label: `Race ${round}` } })
      const [started, removed] = await Promise.all([
        refusal(ines.api.narratives.start({ initiativeId, kind: id })),
        refusal(ines.api.narratives.removeKind({ kindId: id })),
      ])
      const isThere = (await kind(id)) !== undefined
      if (started === 'no-such-kind')
        expect({ removed, isThere }).toEqual({ removed: undefined, isThere: false })
      else expect({ removed, isThere }).toEqual({ removed: 'kind-in-use', isThere: true })
    }
  })

  test('N1: parts taken out of a template leave the documents that have them whole', async () => {
    const { id, version } = await ines.api.narratives.addKind({ template: { ...memo, label: 'Log' } })
    const { id: narrativeId } = await ines.api.narratives.start({ initiativeId: await idea(), kind: id })
    const before = await (await ines.api.narratives.exportMarkdown({ narrativeId })).text()
    await ines.api.narratives.saveKind({
      kindId: id,
      template: { ...memo, label: 'Log', parts: memo.parts.slice(0, 1) },
      version,
    })
    expect(await (await ines.api.narratives.exportMarkdown({ narrativeId })).text()).toBe(before)
    expect(before).toContain('In numbers')
  })

  test('N8: a copy of a template is independent and remembers what it is a copy of', async () => {
    const copy = await ines.api.narratives.duplicateKind({ kindId: 'six-pager' })
    expect(copy).toMatchObject({
      id: 'six-pager-copy',
      origin: 'added',
      copyOf: { from: 'kind', id: 'six-pager', label: 'Six-pager' },
      parts: shipped('six-pager').parts,
      hasExample: false,
    })
    const { label, purpose, limits, parts } = copy
    await ines.api.narratives.saveKind({
      kindId: copy.id,
      template: { label, purpose, limits, parts: parts.slice(1) },
      version: copy.version,
    })
    expect((await kind('six-pager'))?.parts).toEqual(shipped('six-pager').parts)
  })
})

describe('as a file', () => {
  test('N8: a template goes out and comes in whole, as one more kind, and says where it is from', async () => {
    const template = { ...shipped('technical-faq'), label: 'Deep dive' }
    const { id } = await ines.api.narratives.addKind({ template })
    const sent = await omar.api.narratives.exportKind({ kindId: id })
    expect(sent.name).toBe('Deep dive.template.json')
    const other = await openCompany()
    try {
      const come = await other.ines.api.narratives.importKind({ file: sent })
      expect(come).toMatchObject({
        ...template,
        id: 'deep-dive',
        origin: 'added',
        copyOf: { from: 'file', label: 'Deep dive', company: 'Tidewatch' },
      })
      const again = await other.ines.api.narratives.importKind({ file: sent })
      expect(again.id).toBe('deep-dive-2')
      expect(await other.ines.api.narratives.kinds()).toHaveLength(defaultKinds.length + 2)
    } finally {
      await other.close()
    }
  }, 60_000)

  const whole = (change: object = {}) => ({
    format: 'foreword-template',
    version: 1,
    company: 'Elsewhere',
    id: 'memo',
    template: memo,
    ...change,
  })
  test.each([
    ['larger than any template', file(' '.repeat(201 * 1024)), 'template-too-large'],
    ['no JSON', file('# A document'), 'not-a-template'],
    ['JSON of something else', file({ format: 'bookmarks', version: 1 }), 'not-a-template'],
    ['JSON that is no object', file('[[[[]]]]'), 'not-a-template'],
    ['nested without end', file(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'not-a-template'],
    ['of a newer Foreword', file(whole({ version: 2 })), 'newer-template'],
    [
      'with a part that has no guidance',
      file(whole({ template: { ...memo, parts: [{ id: 'x' }] } })),
      'template-not-valid',
    ],
    [
      'with a character no database keeps',
      file(whole({ template: { ...memo, label: 'a\0b' } })),
      'template-not-valid',
    ],
  ])('A5: a file that is %s is refused by name, and nothing is kept', async (_, brought, name) => {
    const before = await ines.api.narratives.kinds()
    expect(await refusal(ines.api.narratives.importKind({ file: brought }))).toBe(name)
    expect(await ines.api.narratives.kinds()).toEqual(before)
  })

  test('A5: the refusal of a file names each field that is wrong', async () => {
    const template = { ...memo, label: '', limits: { corePages: 0, pressReleasePages: null } }
    expect(await fieldsOf(ines.api.narratives.importKind({ file: file(whole({ template })) }))).toEqual([
      'label',
      'limits.corePages',
    ])
  })

  test('A6: each change of a template is news, with who made it', async () => {
    const { id } = await ines.api.narratives.addKind({
      template: { ...memo, label: `News ${randomUUID()}`.slice(0, 40) },
    })
    const { rows } = await company.pool.query(
      "select actor, payload->>'act' act from outbox_event where type = 'kind.changed' and payload->>'kindId' = $1",
      [id],
    )
    expect(rows).toEqual([{ actor: ines.id, act: 'added' }])
  })
})
