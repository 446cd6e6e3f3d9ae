const KEY = 'portal.demoUser';

/**
 * The demo user picked in this browser tab. A reload signs the same user in
 * again; a second tab may hold the other one, to compare what each may see.
 */
export const rememberedUser = {
  get(): string | undefined {
    return window.sessionStorage.getItem(KEY) ?? undefined;
  },
  set(entityRef: string) {
    window.sessionStorage.setItem(KEY, entityRef);
  },
  clear() {
    window.sessionStorage.removeItem(KEY);
  },
};
