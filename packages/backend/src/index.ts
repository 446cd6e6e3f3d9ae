import { createBackend } from '@backstage/backend-defaults';
import { demoSignInModule } from './auth';
import { examplePolicyModule } from './permission';

const backend = createBackend();

// The built page, served on the port of the backend.
backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(demoSignInModule);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(examplePolicyModule);

backend.add(import('@backstage/plugin-events-backend'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@devops-scorecards/plugin-catalog-backend-module-maturity'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@devops-scorecards/plugin-maturity-backend'));
backend.add(import('@devops-scorecards/plugin-maturity-backend-module-github'));
backend.add(
  import('@devops-scorecards/plugin-maturity-backend-module-alertmanager'),
);
backend.add(import('@devops-scorecards/plugin-maturity-backend-module-argocd'));
backend.add(import('@devops-scorecards/plugin-maturity-backend-module-git'));
backend.add(import('@devops-scorecards/plugin-maturity-backend-module-gitlab'));
backend.add(
  import('@devops-scorecards/plugin-maturity-backend-module-grafana'),
);
backend.add(
  import('@devops-scorecards/plugin-maturity-backend-module-incident-webhook'),
);
backend.add(
  import('@devops-scorecards/plugin-maturity-backend-module-jenkins'),
);
backend.add(
  import('@devops-scorecards/plugin-maturity-backend-module-opsgenie'),
);
backend.add(
  import('@devops-scorecards/plugin-maturity-backend-module-pagerduty'),
);
backend.add(import('@devops-scorecards/plugin-maturity-backend-module-tekton'));
backend.add(import('@devops-scorecards/plugin-maturity-backend-module-demo'));

backend.start().catch(() => {
  // Backstage has logged why. Without this the process would go on listening
  // and answer every request with 503.
  process.exit(1);
});
