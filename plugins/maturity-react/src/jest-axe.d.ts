declare module 'jest-axe' {
  /** Result of an accessibility check of rendered HTML. */
  export interface AxeResults {
    violations: { id: string; help: string; nodes: { html: string }[] }[];
  }
  /** Checks an element against the rules of axe-core. */
  export function axe(html: Element | string): Promise<AxeResults>;
}
