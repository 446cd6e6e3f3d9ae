import fc from 'fast-check';
import { namesOfAlert } from './namesOfAlert';

function names(labels: Record<string, string>): string[] {
  return namesOfAlert(labels, { ignored: 'severity' }).aliases.map(
    ({ scheme, value }) => `${scheme} ${value}`,
  );
}

describe('namesOfAlert', () => {
  it('puts the most telling first, and the rest by code unit', () => {
    expect(
      names({
        severity: 'critical',
        zone: 'eu-1',
        alertname: 'PaymentsDown',
        Zone: 'eu-1',
        namespace: 'shop',
        app: 'checkout',
        app_kubernetes_io_name: 'payments-api',
        deployment: 'payments-worker',
        service: 'payments',
      }),
    ).toEqual([
      'alert-label service=payments',
      'service payments',
      'alert-label deployment=payments-worker',
      'kubernetes payments-worker',
      'alert-label app_kubernetes_io_name=payments-api',
      'kubernetes payments-api',
      'alert-label app=checkout',
      'kubernetes checkout',
      'kubernetes payments',
      'alert-label namespace=shop',
      'alert-label Zone=eu-1',
      'alert-label alertname=PaymentsDown',
      'alert-label zone=eu-1',
    ]);
  });

  it('looks an exporter up after the workload that it tells of', () => {
    const found = names({
      deployment: 'payments',
      job: 'kube-state-metrics',
      service: 'kube-state-metrics',
    });
    expect(found.indexOf('kubernetes payments')).toBeLessThan(
      found.indexOf('kubernetes kube-state-metrics'),
    );
  });

  it('has the entity that a label names', () => {
    expect(
      namesOfAlert(
        { entityref: 'Component:Payments', alertname: 'Down' },
        { ignored: 'severity' },
      ),
    ).toEqual({
      entityRef: 'component:default/payments',
      aliases: [{ scheme: 'alert-label', value: 'alertname=Down' }],
    });
  });

  it.each(['payments', 'component:a/b/c', '', `component:${'a'.repeat(600)}`])(
    'leaves out the entity ref %p and keeps the names',
    entityref => {
      const found = namesOfAlert(
        { entityref, app: 'payments' },
        { ignored: 'severity' },
      );
      expect(found).not.toHaveProperty('entityRef');
      expect(found.aliases).toHaveLength(2);
    },
  );

  it('has only names that can be kept, each once and not too many', () => {
    const label = fc.oneof(
      fc.constantFrom('service', 'app', 'namespace', 'severity', 'entityref'),
      fc.string({ maxLength: 40 }),
    );
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ minLength: 500, maxLength: 600 }),
      fc.constantFrom('', '\0', '\ud800'),
    );
    fc.assert(
      fc.property(fc.dictionary(label, value, { maxKeys: 60 }), labels => {
        const { aliases } = namesOfAlert(labels, { ignored: 'severity' });
        for (const { value: name } of aliases) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(512);
          expect(name).not.toMatch(/[\0\p{Surrogate}]/u);
        }
        expect(new Set(aliases.map(a => `${a.scheme} ${a.value}`)).size).toBe(
          aliases.length,
        );
        expect(aliases.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
