import TextField from '@material-ui/core/TextField';
import type { FactKind } from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import {
  fieldChoices,
  fieldForm,
  fieldTitle,
  fieldValue,
  type FieldForm,
} from '../../views';
import type { FieldDraft } from './correctionDraft';

const FLAGS = ['true', 'false'];

/** One field of a fact with the input that suits it; empty means not known. */
export function CorrectionField(props: {
  kind: FactKind;
  field: FieldDraft;
  disabled: boolean;
  onField: (field: FieldDraft) => void;
}) {
  const { kind, field, disabled, onField } = props;
  const { name, text } = field;
  const texts = useTexts();
  const form = fieldForm(kind, name);
  const options = optionsOf(form, fieldChoices(kind, name));
  const common = {
    id: `maturity-correct-${name}`,
    label: fieldTitle(name, texts),
    value: text,
    disabled,
    InputLabelProps: { shrink: true },
    onChange: (event: { target: { value: string } }) =>
      onField({ ...field, text: event.target.value }),
  };
  if (options) {
    return (
      <TextField {...common} select SelectProps={{ native: true }}>
        <option value="">{texts.t('correct.clearWord')}</option>
        {options.map(option => (
          <option key={option} value={option}>
            {fieldValue({
              kind,
              name,
              value: form === 'flag' ? option === 'true' : option,
              texts,
              timeZone: 'UTC',
            })}
          </option>
        ))}
      </TextField>
    );
  }
  return form === 'time' ? (
    <TextField {...common} type="datetime-local" inputProps={{ step: 1 }} />
  ) : (
    <TextField {...common} />
  );
}

function optionsOf(
  form: FieldForm,
  choices: string[],
): readonly string[] | undefined {
  if (form === 'flag') {
    return FLAGS;
  }
  return form === 'choice' ? choices : undefined;
}
