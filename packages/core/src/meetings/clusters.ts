import type { QuestionId } from '../ids.ts'

/** R8: questions that ask the same, two or more in each; none is in two of them. What is in none stands alone. */
export type Clusters = readonly (readonly QuestionId[])[]
export type Pair = readonly [QuestionId, QuestionId]

/** The cluster a question is in; one that stands alone is by itself. */
export function clusterOf(clusters: Clusters, id: QuestionId): readonly QuestionId[] {
  return clusters.find((cluster) => cluster.includes(id)) ?? [id]
}

/**
 * | clusters | merged | gives |
 * |---|---|---|
 * | none | a, b | ab |
 * | ab, cd | b, c | abcd |
 * | ab, cd | a, e | abe, cd |
 */
export function merged(clusters: Clusters, ids: readonly QuestionId[]): Clusters {
  const one = [...new Set(ids.flatMap((id) => clusterOf(clusters, id)))]
  const others = clusters.filter((cluster) => !cluster.some((id) => one.includes(id)))
  return one.length < 2 ? clusters : [...others, one]
}

/**
 * Each of `ids` stands alone again; a cluster in which one is left is none any more.
 *
 * | clusters | split off | gives |
 * |---|---|---|
 * | abc | b | ac |
 * | ab | b | none |
 * | abc, de | b, d | ac |
 */
export function split(clusters: Clusters, ids: readonly QuestionId[]): Clusters {
  return clusters
    .map((cluster) => cluster.filter((id) => !ids.includes(id)))
    .filter((cluster) => cluster.length > 1)
}

export function areTogether(clusters: Clusters, ids: readonly QuestionId[]): boolean {
  const [first] = ids
  if (first === undefined) return true
  const cluster = clusterOf(clusters, first)
  return ids.every((id) => cluster.includes(id))
}

export function areApart(apart: readonly Pair[], one: QuestionId, other: QuestionId): boolean {
  return apart.some((pair) => pair.includes(one) && pair.includes(other))
}

/** `apart`, and every two of `ids`, or of `ids` and `others`, that were not in it yet. */
export function keptApart(
  apart: readonly Pair[],
  ids: readonly QuestionId[],
  others: readonly QuestionId[] = ids,
): readonly Pair[] {
  const known = [...apart]
  for (const one of ids)
    for (const other of others) if (one !== other && !areApart(known, one, other)) known.push([one, other])
  return known
}
