import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { answerOutages } from './answerOutages';

describe('answerOutages', () => {
  const logger = mockServices.logger.mock();

  function failingWith(error: Error) {
    const app = express();
    app.get('/', () => {
      throw error;
    });
    return request(
      app.use(answerOutages({ logger })).use(mockErrorHandler()),
    ).get('/');
  }

  it('answers 503 and when to ask again, without the address', async () => {
    const answer = await failingWith(
      Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), {
        code: 'ECONNREFUSED',
      }),
    );
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.error.name).toBe('ServiceUnavailableError');
    expect(answer.text).not.toContain('10.1.2.3');
    expect(logger.error).toHaveBeenCalled();
  });

  it('leaves other errors alone', async () => {
    const answer = await failingWith(new InputError('wrong'));
    expect(answer.status).toBe(400);
    expect(answer.headers['retry-after']).toBeUndefined();
  });
});
