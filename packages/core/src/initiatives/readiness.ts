import type { Byline } from '../people/person.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Answers } from './answers.ts'
import type { Linked } from './claims.ts'
import {
  defaultQuestionSet,
  type FiveQuestion,
  type QuestionSet,
  questionIds,
  questionsAsWorded,
} from './questions.ts'
import { plainAnswers } from './rich.ts'
import { weakRules } from './weak.ts'

export const readinessStates = ['missing', 'weak', 'ready'] as const
export type ReadinessState = (typeof readinessStates)[number]

/** What people read for a state. */
export const readinessLabels = {
  missing: 'Not answered',
  weak: 'Thin',
  ready: 'Answered',
} satisfies Record<ReadinessState, string>

/** The owner's word that a thin answer is ready all the same, against the rules that called it thin then. */
export interface Override {
  rules: string[]
  reason: string
  by: Byline
  at: string
}

export interface QuestionReadiness {
  state: ReadinessState
  /** Why the answer is missing or weak, the most telling first; also kept beside an override. */
  findings: { rule: string; reason: string; remedy: string }[]
  override: Override | null
}
export type Readiness = Record<FiveQuestion, QuestionReadiness>
export type Overrides = Partial<Record<FiveQuestion, Override>>

/** W4, for all five. A finding that arises after an override is news, so the question is thin again. */
export function readinessOf(
  given: Answers,
  overrides: Overrides = {},
  set: QuestionSet = defaultQuestionSet,
  linked: Linked = {},
): Readiness {
  const asked = questionsAsWorded(set)
  const rules = weakRules.filter(({ id }) => !set.weakRulesOff.includes(id))
  // an answer is weighed by its words, however they are set
  const answers = plainAnswers(given)
  const of = (question: FiveQuestion): QuestionReadiness => {
    const word = overrides[question] ?? null
    if (!isAnswered(answers, question)) {
      const start = asked.find(({ id }) => id === question)?.start ?? ''
      const nothing = { rule: 'not-answered', reason: 'There is no answer yet.', remedy: start }
      return { state: 'missing', findings: [nothing], override: null }
    }
    const findings = rules
      .filter((rule) => rule.question === question && rule.holds(answers, linked))
      .map(({ id, reason, remedy }) => ({ rule: id, reason, remedy }))
    const open = findings.filter(({ rule }) => !word?.rules.includes(rule))
    return { state: open.length ? 'weak' : 'ready', findings, override: findings.length ? word : null }
  }
  return {
    customer: of('customer'),
    problem: of('problem'),
    benefit: of('benefit'),
    evidence: of('evidence'),
    experience: of('experience'),
  }
}

/** The questions that still name work to be done, in their order: shown when a meeting is called. */
export function unready(all: Readiness): { question: FiveQuestion; state: ReadinessState; why: string }[] {
  return questionIds
    .filter((question) => all[question].state !== 'ready')
    .map((question) => {
      const { state, findings, override: set } = all[question]
      const open = findings.find(({ rule }) => !set?.rules.includes(rule))
      return { question, state, why: open?.reason ?? '' }
    })
}

/** Which rules the owner's word would cover; there is nothing to mark on an answer that is missing or not thin. */
export function mayOverride(now: QuestionReadiness): Result<{ rules: string[] }, 'nothing-to-mark'> {
  if (now.state !== 'weak') return refuse('nothing-to-mark')
  return ok({ rules: now.findings.map(({ rule }) => rule) })
}

/** Whether anything was written: a chosen kind or rating alone is no answer. */
export function isAnswered(answers: Answers, question: FiveQuestion): boolean {
  const written = (...texts: string[]) => texts.some((text) => text.trim() !== '')
  const { customer, problem, benefit, evidence, experience } = answers
  switch (question) {
    case 'customer':
      return written(...Object.values(customer))
    case 'problem':
      return written(problem.statement, problem.number, problem.proof)
    case 'benefit':
      return written(benefit.primary, ...benefit.others)
    case 'evidence':
      return evidence.items.some((item) => written(item.statement, item.source))
    case 'experience':
      return written(
        experience.description,
        ...experience.links.flatMap(({ title, address }) => [title, address]),
      )
  }
}
