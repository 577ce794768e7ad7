/** Where AltGr types letters a browser calls it Ctrl+Alt too: such a key is a letter (ś, @, ²) and no command. */
export const isLetterByAltGr = (event: KeyboardEvent) =>
  event.key.length === 1 && event.getModifierState('AltGraph')
