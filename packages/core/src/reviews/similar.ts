import type { Question } from './question.ts'

type Compared = Pick<Question, 'id' | 'text' | 'anchor'>

/**
 * Of what weighs in their words, how much two questions must share, on one passage and anywhere: less when one only says
 * more than the other, more when each names something that the other does not ("… owns the crates?", "… the printer?").
 */
const enough = {
  onOnePassage: { oneSaysMore: 0.4, eachNamesAnother: 0.75 },
  anywhere: { oneSaysMore: 0.62, eachNamesAnother: 0.8 },
}
/** Sharing one word is no likeness, however rare the word. */
const FEWEST_SHARED = 2

/**
 * R8: questions that seem to ask the same, for somebody to say whether they do. Without any model: words without their
 * endings, those that say nothing left out, words for one thing counted as one, and each weighing more the fewer
 * questions have it. A suggestion that is wrong costs the room more than one that is missing, so in a suggestion every
 * question is like every other. The same for everybody who computes it.
 *
 * `together` are questions that are one already, and are suggested as one; `isApart` says of two that they are not the
 * same, whatever they look like.
 */
export function suggestedClusters<Q extends Compared>(
  questions: readonly Q[],
  together: readonly (readonly Q['id'][])[] = [],
  isApart: (one: Q['id'], other: Q['id']) => boolean = () => false,
): Q['id'][][] {
  const read = questions.map((question) => ({ question, words: wordsOf(question.text) }))
  const weight = weights(read.map(({ words }) => words))
  const alike: { one: number; other: number; by: number }[] = []
  for (let one = 0; one < read.length; one++)
    for (let other = one + 1; other < read.length; other++) {
      const by = likeness(read[one], read[other], weight)
      if (by > 0) alike.push({ one, other, by })
    }
  const isAlike = new Set(alike.map(({ one, other }) => `${one} ${other}`))
  // what is one already is one from the start; the rest are by themselves
  const place = new Map(questions.map(({ id }, at) => [id, at]))
  const groups = questions.map((_, at) => new Set([at]))
  const isKnown = new Map<number, number>()
  for (const [at, ids] of together.entries())
    for (const id of ids) {
      const known = place.get(id)
      if (known !== undefined) isKnown.set(known, at)
    }
  const join = (one: number, other: number) => {
    const all = new Set([...(groups[one] ?? []), ...(groups[other] ?? [])])
    for (const at of all) groups[at] = all
  }
  for (const ids of together) {
    const [first, ...rest] = ids.flatMap((id) => place.get(id) ?? [])
    for (const other of rest) if (first !== undefined) join(first, other)
  }
  const areOne = (one: number, other: number) => isKnown.has(one) && isKnown.get(one) === isKnown.get(other)
  const fits = (one: number, other: number) => {
    const [a, b] = [questions[one]?.id, questions[other]?.id]
    if (a === undefined || b === undefined || isApart(a, b)) return false
    return isAlike.has(one < other ? `${one} ${other}` : `${other} ${one}`)
  }
  for (const { one, other } of alike.sort((a, b) => b.by - a.by || a.one - b.one || a.other - b.other)) {
    const [mine, theirs] = [[...(groups[one] ?? [])], [...(groups[other] ?? [])]]
    if (groups[one] === groups[other]) continue
    if (mine.every((a) => theirs.every((b) => areOne(a, b) || fits(a, b)))) join(one, other)
  }
  return [...new Set(groups)]
    .filter((group) => {
      const [first = 0, ...rest] = group
      return rest.length > 0 && !rest.every((other) => areOne(first, other))
    })
    .map((group) => [...group].sort((a, b) => a - b).flatMap((at) => questions[at]?.id ?? []))
}

interface Read {
  question: Compared
  words: ReadonlySet<string>
}

/** 0 when they are not alike; else how much of what weighs in them they share, and more on the same words. */
function likeness(one: Read | undefined, other: Read | undefined, weight: (word: string) => number): number {
  if (!one || !other) return 0
  const sum = (words: Iterable<string>) => [...words].reduce((all, word) => all + weight(word), 0)
  const shared = [...one.words].filter((word) => other.words.has(word))
  const overlap = overlapping(one.question, other.question)
  // the same few words on the same passage: "Why?", "Who pays?"
  if (overlap && shared.length > 0 && shared.length === one.words.size && shared.length === other.words.size)
    return 2
  if (shared.length < FEWEST_SHARED) return 0
  const share = (2 * sum(shared)) / (sum(one.words) + sum(other.words))
  const needed = overlap ? enough.onOnePassage : enough.anywhere
  const apart = shared.length < Math.min(one.words.size, other.words.size)
  if (share < (apart ? needed.eachNamesAnother : needed.oneSaysMore)) return 0
  return share + (overlap ? 1 : 0)
}

/** Half of the shorter passage is in the longer. */
function overlapping({ anchor: one }: Compared, { anchor: other }: Compared): boolean {
  if (!one || !other || one.blockId !== other.blockId) return false
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from)
  return shared > 0 && shared * 2 >= Math.min(one.to - one.from, other.to - other.from)
}

/** A word weighs less the more questions have it: in a room about parcels, "parcel" tells nothing. */
function weights(texts: readonly ReadonlySet<string>[]): (word: string) => number {
  const count = new Map<string, number>()
  for (const words of texts) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1)
  // as if four more had been asked, so that in a handful of questions no word is worth nothing
  return (word) => Math.log((texts.length + 5) / ((count.get(word) ?? 0) + 1))
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/\p{N}+(?:[.,:]\p{N}+)*%?|\p{L}+/gu)
  return new Set((words ?? []).filter((word) => !saysNothing.has(word)).map(kept))
}

/** The word as it is compared: one name for one thing, and no ending. */
function kept(word: string): string {
  const stem = stemOf(word)
  return oneName.get(word) ?? oneName.get(stem) ?? stem
}

const stemOf = (word: string) =>
  word.length < 5
    ? word.replace(/(?<=[^s])s$/, '')
    : word
        .replace(/(?:ies)$/, 'y')
        .replace(/(?<=\p{L}{3})(?:ing|ed|ly|es|s)$/u, '')
        .replace(/(\p{L})\1$/u, '$1')
        .replace(/(?<=\p{L}{3})e$/u, '')

const saysNothing = new Set(
  `a about again all also am an and any are as at be been but by can could did do does for from get gets go goes had
  has have he her here his how i if in into is it its just know like made make makes many me more most much must my
  no not of on one only or our out over really s same say says shall she should so some such t tell than that the
  their them then there these they this those to too up us very was we were what when where which while who whom whose
  why will with would you your`.split(/\s+/),
)

/** What rooms call by several names. */
const oneName = new Map(
  [
    'price cost costs costing charge charges charged fee fees pay pays paid paying expensive',
    'rival rivals competitor competitors competition competing',
    'customer customers buyer buyers client clients shopper shoppers',
    'measure measured measures measuring metric metrics',
    'fail fails failing failed failure failures break breaks broken down outage outages',
    'number numbers figure figures',
    'prove proof evidence',
    'launch launches launching launched release released ship ships shipped',
    'staff employee employees people headcount hire hiring',
    'legal law laws regulation regulations regulator regulators',
    'team teams squad',
    'risk risks risky danger dangerous',
    'phone phones mobile handset',
  ].flatMap((names) => {
    const all = names.split(' ')
    return all.flatMap((name): [string, string][] => [
      [name, `=${all[0]}`],
      [stemOf(name), `=${all[0]}`],
    ])
  }),
)
