/** A short PR/FAQ of our own, as a file somebody brings. */
export const prFaq = `# Tidewatch tells oyster farmers at five whether they may sell

*A text before the boats go out, instead of a drive to the laboratory*

**Arcachon, 3 March 2028.** Today Tidewatch opens its morning text to the 320 oyster farms of the bay.

At five each morning a farmer learns whether the oysters taken that day may be sold.

## Problem

In 2026 the bay was closed on 41 days, and on 17 of them farmers had harvested before they heard of it. The average loss was €2,300 a day.

## Solution

Sensors on 24 buoys measure through the night, and a text gives one word: *yes*, *no*, or *wait*.

> I used to read the sea and guess. Now I read one word and sleep an hour longer.
> — Jeanne Darrieux, who farms two hectares

## External FAQ

**What does it cost?**

€30 a month for each farm.

**What happens when a sensor fails?**

- The text says *wait*.
- The laboratory is called.

## Internal FAQ

**Why might this fail?**

A false *yes* once would end the trust in it.

| cost | first year |
|---|---|
| buoys | €96,000 |
| laboratory | €40,000 |
`

export function markdownFile(content: string | Uint8Array<ArrayBuffer>, name = 'tide.md'): File {
  return new File([content], name, { type: 'text/markdown' })
}
