import type { QuestionSet } from '@foreword/core/initiatives/questions'

/** What tells such a file from others. */
const MARK = 'five questions'

/** The set as a file, to be brought to another workspace (N8). */
export function fileOf({ questionWording, weakRulesOff }: QuestionSet): File {
  const text = JSON.stringify({ foreword: MARK, questionWording, weakRulesOff }, null, 2)
  return new File([`${text}\n`], 'five-questions.json', { type: 'application/json' })
}

/** What such a file holds, to be weighed by the server; null when it is another. */
export function setIn(text: string): QuestionSet | null {
  try {
    const { foreword, questionWording, weakRulesOff } = JSON.parse(text)
    const isOne = foreword === MARK && questionWording && weakRulesOff
    return isOne ? { questionWording, weakRulesOff } : null
  } catch {
    return null // no JSON, or not an object
  }
}
