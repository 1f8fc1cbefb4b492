import type { Job } from '../../kit/subgraph/definition.ts';

/** The job that removes scans which somebody uploaded, and attached to nothing in time. */
export const removeUploads: Job = async (context) => {
  const { storage, uploadsWait, logger } = context.services;
  const removed = await storage.removeUnkept(context.now().subtract(uploadsWait));
  if (removed > 0) logger.info({ removed }, 'uploads that were attached to nothing');
};
