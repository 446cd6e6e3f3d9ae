import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavContentComponentProps } from '@backstage/plugin-app-react';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { portalTranslationRef } from '../language';
import { PortalLogo } from './PortalLogo';

/** Side bar: search, the catalog, the pages of all plugins, settings. */
export function Navigation({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(portalTranslationRef);

  // Titles of pages cannot be translated where they are declared.
  const titles = new Map([
    ['page:catalog', t('navigation.catalog')],
    ['page:catalog-graph', t('navigation.catalogGraph')],
    ['page:maturity/approvals', t('navigation.approvals')],
    ['page:maturity/operations', t('navigation.operations')],
    ['page:user-settings', t('navigation.settings')],
  ]);
  const items = navItems.withComponent(({ node, title, icon, href }) => (
    <SidebarItem
      icon={() => icon}
      to={href}
      text={titles.get(node.spec.id) ?? title}
    />
  ));
  // The search page is reached through the search dialog.
  items.take('page:search');

  return (
    <Sidebar>
      <PortalLogo />
      <SidebarGroup
        label={t('navigation.search')}
        icon={<SearchIcon />}
        to="/search"
      >
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label={t('navigation.menu')} icon={<MenuIcon />}>
        {items.take('page:catalog')}
        <SidebarScrollWrapper>
          {items.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup
        label={t('navigation.settings')}
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {items.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
}
