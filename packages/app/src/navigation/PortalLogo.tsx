import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { portalTranslationRef } from '../language';
import { PortalMark } from './PortalMark';

const useStyles = makeStyles(
  theme => ({
    link: {
      display: 'flex',
      alignItems: 'center',
      height: sidebarConfig.drawerWidthClosed,
      paddingLeft: (sidebarConfig.drawerWidthClosed - 32) / 2,
      color: theme.palette.navigation.selectedColor,
    },
    title: {
      marginLeft: theme.spacing(1.5),
      fontSize: theme.typography.body1.fontSize,
      fontWeight: 600,
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'PortalLogo' },
);

/** Mark and, where the side bar is open, title of the portal; leads home. */
export function PortalLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const { t } = useTranslationRef(portalTranslationRef);
  const title = useApi(configApiRef).getOptionalString('app.title');

  return (
    <Link
      to="/"
      underline="none"
      className={classes.link}
      aria-label={t('navigation.home')}
    >
      <PortalMark size={32} />
      {isOpen && <span className={classes.title}>{title}</span>}
    </Link>
  );
}
