import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Words of the portal itself: sign-in page and navigation. */
export const portalTranslationRef = createTranslationRef({
  id: 'portal',
  messages: {
    languageSwitch: {
      label: 'Language',
    },
    navigation: {
      home: 'Home',
      menu: 'Menu',
      search: 'Search',
      settings: 'Settings',
      catalog: 'Catalog',
      catalogGraph: 'Catalog graph',
      approvals: 'Approvals',
      operations: 'Operations',
    },
    signIn: {
      subtitle:
        'How mature the delivery of each service is, from its own pipelines',
      demo: 'Demo',
      explanation:
        'Nobody has to prove who they are here: pick a role and look around. All people, services and events are generated.',
      signInAs: 'Sign in as {{ name }}',
      tryAnother: 'Choose another user',
      failed: 'Signing in as {{ name }} did not work',
      developer: {
        title: 'Developer',
        description:
          'Reads every scorecard and refreshes those of the services that the own team owns',
      },
      platform: {
        title: 'Platform engineer',
        description:
          'May do everything, including the view of sources and unmapped events',
      },
    },
  },
});
