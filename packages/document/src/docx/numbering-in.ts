import { childNamed, elementsOf, valOf, type Xml } from './xml.ts'

export interface Level {
  ordered: boolean
  start: number
}

/** What a numbered paragraph's number and level mean: bullets or numbers, and from where they count. */
export type Numbering = (numId: string, level: number) => Level | null

export function numberingOf(part: Xml | null): Numbering {
  const abstract = new Map<string, Xml>()
  const numbers = new Map<string, Xml>()
  for (const each of elementsOf(part ?? undefined)) {
    if (each.name === 'w:abstractNum') abstract.set(each.attrs['w:abstractNumId'] ?? '', each)
    if (each.name === 'w:num') numbers.set(each.attrs['w:numId'] ?? '', each)
  }
  const levelIn = (of: Xml | undefined, name: string, level: number) =>
    elementsOf(of).find((each) => each.name === name && each.attrs['w:ilvl'] === String(level))
  return (numId, level) => {
    // 0 takes the numbering of a style away
    if (numId === '0') return null
    const number = numbers.get(numId)
    const override = levelIn(number, 'w:lvlOverride', level)
    const own =
      childNamed(override, 'w:lvl') ??
      levelIn(abstract.get(valOf(number, 'w:abstractNumId') ?? ''), 'w:lvl', level)
    const format = valOf(own, 'w:numFmt') ?? 'bullet'
    const start = Number(valOf(override, 'w:startOverride') ?? valOf(own, 'w:start') ?? 1)
    return {
      ordered: format !== 'bullet' && format !== 'none',
      start: Number.isInteger(start) && start >= 0 ? start : 1,
    }
  }
}
