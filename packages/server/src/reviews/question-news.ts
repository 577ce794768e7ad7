/**
 * Where it is said to one person alone that a question of theirs was asked, reworded or taken back, for their other
 * tabs. What they do under the seal may not even be noticed by others (R7), and nothing of it is in the message.
 */
export const ownQuestionsTopic = (personId: string) => `own-questions:${personId}`
