import { normaliseEntityRef } from './normaliseEntityRef';

describe('normaliseEntityRef', () => {
  it.each([
    ['component:default/payments', 'component:default/payments'],
    ['Component:Payments', 'component:default/payments'],
    ['API:Team.A/Orders_v2', 'api:team.a/orders_v2'],
    ['payments', undefined],
    ['component:', undefined],
    ['component:a/b/c', undefined],
    ['component:default/pay ments', undefined],
    ['component:default/-payments', undefined],
    [' component:default/payments', undefined],
    ['', undefined],
  ])('makes %p %p', (text, ref) => {
    expect(normaliseEntityRef(text)).toBe(ref);
  });
});
