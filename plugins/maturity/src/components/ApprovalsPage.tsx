import { Content, Header, Page } from '@backstage/core-components';
import { useTexts } from '@devops-scorecards/plugin-maturity-react';
import { ApprovalsContent } from './ApprovalsContent';

/** What waits for a second person, with the page around it. */
export function ApprovalsPage() {
  const { t } = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('approvals.title')} />
      <Content>
        <ApprovalsContent />
      </Content>
    </Page>
  );
}
