import { noAnswers } from '@foreword/core/initiatives/answers'
import { nextStepOf } from '@foreword/core/initiatives/next'
import { defaultQuestionSet, questionsAsWorded } from '@foreword/core/initiatives/questions'
import { readinessOf } from '@foreword/core/initiatives/readiness'
import { benefitLine, customerLine } from '@foreword/core/initiatives/summary'
import type { Edition } from '@foreword/core/narratives/narrative'
import type { Outputs } from '../../api.ts'
import { cast } from './cast.ts'

type Idea = Outputs['initiatives']['get']

/** What the guide says of its customer and problem, as answers to the five questions. */
const answers: Idea['answers'] = {
  ...noAnswers,
  customer: {
    who: 'A family in its own house',
    buyer: '',
    time: 'On a winter evening',
    place: 'At the kitchen table',
    situation: 'Water is coming through a ceiling.',
    words: 'Two winters ago it took eleven days, and we lived at my sister’s until April.',
  },
  problem: {
    ...noAnswers.problem,
    statement: 'A family waits nine days between its first call and the first drying machine.',
    number: '34',
    unit: 'of every 100 water claims',
    source: 'All 2,108 mould files of last year',
  },
  benefit: { primary: 'Drying machines are running before the family goes to bed.', others: [] },
}

export function ideaOf(edition: Edition): Idea {
  const readiness = readinessOf(answers)
  const { id, name } = cast.author
  return {
    id: edition.initiativeId,
    name: edition.title,
    stage: 'review',
    stageSince: edition.frozenAt,
    comesBack: null,
    cameBackAt: null,
    owner: { id, name },
    // a group is named nowhere in a room
    group: { id: edition.initiativeId as string as Idea['group']['id'], name: '' },
    visibility: 'named',
    createdAt: edition.frozenAt,
    updatedAt: edition.frozenAt,
    customer: customerLine(answers),
    benefit: benefitLine(answers),
    right: 'read',
    questions: questionsAsWorded(defaultQuestionSet),
    answers,
    versions: { customer: 1, problem: 1, benefit: 1, evidence: 1, experience: 1 },
    readiness,
    prompts: [],
    relations: [],
    met: true,
    moves: [],
    next: nextStepOf('review', readiness),
  }
}
