/** Simulated time: whatever is to happen, in order. Two things at one moment happen in the order they were planned. */
export class World {
  now: number
  readonly #due: { at: number; place: number; happen: () => void }[] = []
  #place = 0

  constructor(now: number) {
    this.now = now
  }

  after(ms: number, happen: () => void): void {
    const one = { at: this.now + Math.max(0, ms), place: this.#place++, happen }
    // kept sorted: most of what is planned is due soon
    let low = 0
    let high = this.#due.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#due[middle]
      if (other && (other.at < one.at || (other.at === one.at && other.place < one.place))) low = middle + 1
      else high = middle
    }
    this.#due.splice(low, 0, one)
  }

  /** The next thing happens; false when nothing is left, or nothing before `until`. */
  step(until: number): boolean {
    const next = this.#due[0]
    if (!next || next.at > until) {
      this.now = Math.max(this.now, until)
      return false
    }
    this.#due.shift()
    this.now = next.at
    next.happen()
    return true
  }
}
