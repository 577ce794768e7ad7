/** What a decision gives back: a value, or the name of the refusal a well-behaved person ran into. */
export type Result<Value, Refusal extends string = never> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal; data?: unknown }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

/** `data` reaches the person who was refused, so it may name only what they may see. */
export const refuse = <Refusal extends string>(
  refusal: Refusal,
  data?: unknown,
): { ok: false; refusal: Refusal; data?: unknown } => ({ ok: false, refusal, data })
