import * as z from 'zod'

const whole = 'not a whole number: leave out what follows the point'
const between = (what: string, least: number, most: number) => {
  const remedy = `${what} must lie between ${least} and ${most}`
  return z.int(whole).min(least, remedy).max(most, remedy)
}

/** From where on something is a finding (N9). Companies differ; the defaults are those of the field. */
export const checkSettings = z.object({
  /** A sentence of more words is a finding. 20 and 25 are also used. */
  sentenceWords: between('The words of a sentence', 10, 80),
  headlineWords: between('The words of a headline', 4, 40),
  /** Of a hundred sentences, how many may be in the passive. */
  passivePercent: between('The share of passive sentences', 5, 100),
  /** What is a matter of style is said so often for each rule, and then no more. */
  mostOfOneRule: between('The findings of one rule', 1, 50),
  /** Findings beside a draft at one time. */
  shownAtOnce: between('The findings shown at once', 1, 5),
  /** Abbreviations that everybody in the company knows, besides those that everybody knows. */
  knownAcronyms: z.array(z.string().trim().min(2, 'too short for an abbreviation').max(12)).max(300),
})
export type CheckSettings = z.infer<typeof checkSettings>

export const defaultCheckSettings: CheckSettings = {
  sentenceWords: 30,
  headlineWords: 15,
  passivePercent: 25,
  mostOfOneRule: 3,
  shownAtOnce: 5,
  knownAcronyms: [],
}
