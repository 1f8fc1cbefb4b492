import type { Notice } from '../../kit/notices/notice-table.ts';

/** A notice as systems are told it: a CloudEvent 1.0 in its structured form, JSON. It names the case by its number, and nobody. */
export function cloudEventOf({ id, kind, at, caseType, caseNumber, title, text }: Notice, source: string): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source,
    type: `kz.qonaq.${kind.toLowerCase().replaceAll('_', '-')}`,
    subject: caseNumber,
    time: at.toString(),
    datacontenttype: 'application/json',
    data: { kind, caseType, caseNumber, title, text },
  });
}

/** The media type of such an event. */
export const cloudEventType = 'application/cloudevents+json; charset=utf-8';
