import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/core-plugin-api';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useMemo, useState } from 'react';
import { portalTranslationRef } from '../language';
import { DemoUserChoice } from './DemoUserChoice';
import { forgettingIdentity } from './forgettingIdentity';
import { readDemoUsers } from './readDemoUsers';
import { rememberedUser } from './rememberedUser';

/**
 * Sign-in page of the demo: one button per user of `app.demoUsers`. The choice
 * lasts for the browser tab, until the user signs out.
 */
export function DemoSignInPage({ onSignInSuccess }: SignInPageProps) {
  const config = useApi(configApiRef);
  const { t } = useTranslationRef(portalTranslationRef);
  const users = useMemo(() => readDemoUsers(config), [config]);
  const [chosen, setChosen] = useState(rememberedUser.get);
  const user = users.find(({ entityRef }) => entityRef === chosen);

  function choose(entityRef: string) {
    rememberedUser.set(entityRef);
    setChosen(entityRef);
  }
  function forget() {
    rememberedUser.clear();
    setChosen(undefined);
  }

  if (!user) {
    return <DemoUserChoice users={users} onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-user': user.entityRef }}
      onSignInSuccess={identity =>
        onSignInSuccess(
          forgettingIdentity({ identity, forget: rememberedUser.clear }),
        )
      }
      ErrorComponent={({ error }) => (
        <Box component="main" p={4} role="alert">
          <Typography variant="h5" component="h1" gutterBottom>
            {t('signIn.failed', { name: user.name })}
          </Typography>
          <Typography paragraph>{error?.message}</Typography>
          <Button variant="outlined" onClick={forget}>
            {t('signIn.tryAnother')}
          </Button>
        </Box>
      )}
    />
  );
}
