import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Card } from '@/ui/card';
import { SelectField, TextField } from '@/ui/field';
import { countries } from './countries';
import type { OrderForm } from './draft';

export function AddressFields() {
  const { t } = useTranslation();
  const { register, formState, control } = useFormContext<OrderForm>();
  const errors = formState.errors.address;
  const country = useWatch({ control, name: 'address.country' });
  return (
    <Card title={t('form.address')}>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-6">
        <TextField label={t('form.addressName')} autoComplete="shipping name" {...register('address.name')} error={errors?.name?.message} frameClass="sm:col-span-6" />
        <TextField label={t('form.line1')} autoComplete="shipping address-line1" {...register('address.line1')} error={errors?.line1?.message} frameClass="sm:col-span-4" />
        <TextField label={t('form.line2')} optional={t('field.optional')} autoComplete="shipping address-line2" {...register('address.line2')} error={errors?.line2?.message} frameClass="sm:col-span-2" />
        <TextField label={t('form.postalCode')} autoComplete="shipping postal-code" {...register('address.postal_code')} error={errors?.postal_code?.message} frameClass="sm:col-span-2" />
        <TextField label={t('form.city')} autoComplete="shipping address-level2" {...register('address.city')} error={errors?.city?.message} frameClass="sm:col-span-4" />
        <TextField label={t('form.region')} optional={t('field.optional')} autoComplete="shipping address-level1" {...register('address.region')} error={errors?.region?.message} frameClass="sm:col-span-3" />
        <SelectField label={t('form.country')} autoComplete="shipping country" {...register('address.country')} error={errors?.country?.message} frameClass="sm:col-span-3">
          {countries(country).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </Card>
  );
}
