import { Content, Header, Page } from '@backstage/core-components';
import { useOperationsTexts } from '../../translation';
import { OperationsContent } from './OperationsContent';

/** What operators look after, with the page around it. */
export function OperationsPage() {
  const { t } = useOperationsTexts();
  return (
    <Page themeId="tool">
      <Header title={t('operations.title')} />
      <Content>
        <OperationsContent />
      </Content>
    </Page>
  );
}
