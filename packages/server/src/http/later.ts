/**
 * An action whose modules are loaded when somebody first asks for it. What is done on some days, as reading a Word
 * file is, then weighs nothing in a house where nobody does it, and nothing at the start.
 */
export function later<Input, Call, Output>(
  load: () => Promise<(input: Input, call: Call) => Promise<Output>>,
) {
  const action = once(load)
  return async (input: Input, call: Call): Promise<Output> => (await action())(input, call)
}

/** Made when it is first asked for, and the same for all who ask; made anew after it could not be made. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
