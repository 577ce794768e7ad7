/** The first few of them, as one names them in a line: “牡 蠣 and 4 more”. */
export function Characters({ of, most = 6 }: { of: readonly string[]; most?: number }) {
  const rest = of.length - most
  // kept apart: Arabic would turn the words after it around
  return (
    <>
      <bdi>{of.slice(0, most).join(' ')}</bdi>
      {rest > 0 && ` and ${rest} more`}
    </>
  )
}
