import { InputError } from '@backstage/errors';
import { audited } from '../permissions';
import type { MaturityRouter, RouteOptions } from '../routes/types';

/** Items in a list unless told. */
const DEFAULT_LIMIT = 50;

/** Routes about imports of history, apart from their content. */
export function addImportRoutes(
  router: MaturityRouter,
  options: RouteOptions,
): void {
  const { auditor, imports } = options;
  const { access, service } = imports;

  router.post('/v1/imports', async (request, response) => {
    const { name, format, source: asked } = request.body;
    const meta = { name, format };
    await audited(
      auditor,
      { eventId: 'history-import', request, meta: { ...meta, step: 'begin' } },
      async () => {
        const caller = await access.callerOf(request, 'manage');
        const source = access.chosenSource(caller, asked);
        if (name.trim() === '') {
          throw new InputError('name is empty: say what the file is called');
        }
        const { status, isNew } = await service.begin({
          ...request.body,
          name: name.trim(),
          source: source.name,
          createdBy: caller.who,
        });
        response.status(isNew ? 201 : 200).json(status);
      },
    );
  });

  router.get('/v1/imports', async (request, response) => {
    const caller = await access.callerOf(request, 'read');
    const { state, limit = DEFAULT_LIMIT } = request.query;
    response.json({
      items: await service.list({ source: caller.source?.name, state, limit }),
    });
  });

  router.get('/v1/imports/:id', async (request, response) => {
    const caller = await access.callerOf(request, 'read');
    const found = await service.get(request.params.id);
    access.requireOwn(caller, found);
    response.json(found);
  });

  router.get('/v1/imports/:id/refusals', async (request, response) => {
    const caller = await access.callerOf(request, 'read');
    const { id } = request.params;
    access.requireOwn(caller, await service.get(id));
    const { after = 0, limit = DEFAULT_LIMIT } = request.query;
    response.json(await service.refusals({ id, after, limit }));
  });

  for (const step of ['complete', 'abort'] as const) {
    router.post(`/v1/imports/:id/${step}`, async (request, response) => {
      const { id } = request.params;
      await audited(
        auditor,
        { eventId: 'history-import', request, meta: { id, step } },
        async () => {
          const caller = await access.callerOf(request, 'manage');
          access.requireOwn(caller, await service.get(id));
          response.json(await service.finish(id, step));
        },
      );
    });
  }
}
