/** `line 9`, `lines 8–9`: how everybody in the room calls a passage (N4). */
export const spokenLines = ({ line, lastLine }: { line: number; lastLine: number }) =>
  line === lastLine ? `line ${line}` : `lines ${line}–${lastLine}`
