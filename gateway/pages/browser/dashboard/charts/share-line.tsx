import { axisX, axisY, dot, gridY, line, plot, text } from '@observablehq/plot';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDrawing } from '../figure.tsx';
import { writeDay, writeShare } from '../format.ts';

/** How wide the share of one week is written, in pixels. */
const labelWidth = 46;

/** What is left free beside the weeks, in pixels. */
const margins = { marginLeft: 48, marginRight: 24, marginTop: 24, marginBottom: 28 };

/** How wide the picture is on paper, and before its place is known, in pixels. */
const paperWidth = 640;

interface ShareLineParts {
  /** What the picture shows, in words. */
  label: string;
  /** A week without a share is a gap in the line. */
  shares: { week: string; share?: number | undefined }[];
}

/** Shares of 0 to 100 percent, from week to week. */
export function ShareLine({ label, shares }: ShareLineParts) {
  const { language } = useDrawing();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  useEffect(() => {
    const room = width - margins.marginLeft - margins.marginRight;
    const each = Math.ceil((shares.length * labelWidth) / room);
    // The last week is always named; the others as far as there is room.
    const named = shares.filter((_week, index) => (shares.length - 1 - index) % each === 0);
    const channels = { x: 'week', y: 'share' } as const;
    const drawn = plot({
      width,
      height: 220,
      ...margins,
      style: { fontFamily: 'inherit', fontSize: '0.75rem', background: 'none', color: 'var(--quiet)' },
      x: { type: 'point', domain: shares.map(({ week }) => week), label: null },
      y: { domain: [0, 1], label: null },
      marks: [
        gridY([0, 0.25, 0.5, 0.75, 1], { stroke: 'var(--line)', strokeOpacity: 1 }),
        axisY([0, 0.5, 1], { tickFormat: (share: number) => writeShare(share, language), tickSize: 0 }),
        axisX(
          named.map(({ week }) => week),
          { tickFormat: (week: string) => writeDay(week, language), tickSize: 4 },
        ),
        line(shares, { ...channels, stroke: 'var(--accent)', strokeWidth: 2.5 }),
        dot(shares, { ...channels, fill: 'var(--accent)', r: 4 }),
        text(named, {
          ...channels,
          text: ({ share }: { share?: number }) => (share === undefined ? '' : writeShare(share, language)),
          dy: -12,
          fill: 'var(--ink)',
          fontWeight: 600,
        }),
      ],
    });
    // The place says it all; the marks would say their kinds.
    drawn.setAttribute('aria-hidden', 'true');
    place.current!.replaceChildren(drawn);
  }, [shares, width, language]);
  return <div className="drawn" ref={place} role="img" aria-label={label} />;
}

/** How wide the place of a picture is, as the window changes; paper has a width of its own, and doesn't wait. */
function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(paperWidth);
  useEffect(() => {
    const measure = () => setWidth(Math.floor(place.current!.clientWidth) || paperWidth);
    const print = () => flushSync(() => setWidth(paperWidth));
    const watch = new ResizeObserver(measure);
    watch.observe(place.current!);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', measure);
    return () => {
      watch.disconnect();
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', measure);
    };
  }, [place]);
  return width;
}
