import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { portalTranslationRef } from './portalTranslationRef';
import { useLanguage } from './useLanguage';

/** Name of a language in that language itself, for example 中文 for `zh`. */
function nativeNameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(
    language,
  );
  return name ?? language;
}

/** One button per language that the portal can be shown in. */
export function LanguageSwitch() {
  const languageApi = useApi(appLanguageApiRef);
  const current = useLanguage();
  const { t } = useTranslationRef(portalTranslationRef);
  const { languages } = languageApi.getAvailableLanguages();

  if (languages.length < 2) {
    return null;
  }
  return (
    <ButtonGroup size="small" aria-label={t('languageSwitch.label')}>
      {languages.map(language => (
        <Button
          key={language}
          lang={language}
          aria-pressed={language === current}
          style={{ textTransform: 'none' }}
          variant={language === current ? 'contained' : 'outlined'}
          onClick={() => languageApi.setLanguage(language)}
        >
          {nativeNameOf(language)}
        </Button>
      ))}
    </ButtonGroup>
  );
}
