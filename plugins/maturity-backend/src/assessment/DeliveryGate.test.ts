import { DeliveryGate } from './DeliveryGate';

describe('DeliveryGate', () => {
  it('lets everybody go while nothing is delivered', async () => {
    await expect(new DeliveryGate().quiet(60_000)).resolves.toBeUndefined();
  });

  it('waits for all deliveries that are under way, failing ones too', async () => {
    const gate = new DeliveryGate();
    const ends: ((error?: Error) => void)[] = [];
    const deliver = () =>
      gate.deliver(
        () =>
          new Promise<void>((resolve, reject) =>
            ends.push(error => (error ? reject(error) : resolve())),
          ),
      );
    const first = deliver();
    const second = deliver();
    const told: string[] = [];
    const waiting = gate.quiet(60_000).then(() => told.push('quiet'));
    ends[0]();
    await first;
    expect(told).toEqual([]);
    ends[1](new Error('refused'));
    await expect(second).rejects.toThrow('refused');
    await waiting;
    expect(told).toEqual(['quiet']);
  });

  it('waits no longer than it is told', async () => {
    const gate = new DeliveryGate();
    const never = gate.deliver(() => new Promise<void>(() => {}));
    await gate.quiet(5);
    expect(never).toBeInstanceOf(Promise);
  });
});
