declare global {
  interface Window {
    /** Where the board finds its faces; it reads this as it is loaded. */
    EXCALIDRAW_ASSET_PATH?: string
  }
}

/** Before the board is loaded: by itself it would ask another host for its faces. */
export function serveBoardFaces(): void {
  window.EXCALIDRAW_ASSET_PATH = '/board/'
}
