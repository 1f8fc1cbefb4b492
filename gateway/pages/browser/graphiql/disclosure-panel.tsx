import { useGraphiQL } from '@graphiql/react';
import { isEnumType } from 'graphql';
import { useContext, useEffect, useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { GraphError } from '../shared/ask.ts';
import { disclose, idsOf, openDisclosures, timeLeft } from './disclosures.ts';
import type { Disclosure } from './disclosures.ts';
import { Errors } from './errors.tsx';
import { texts } from './texts.ts';
import { VisitContext } from './visit-context.ts';

/** How often the time that is left is told anew, in milliseconds. */
const tick = 30_000;

/** Where an auditor has the data of one person or one case opened, and sees what is open. */
export function DisclosurePanel() {
  const visit = useContext(VisitContext)!;
  const { say, ask } = visit;
  const [open, setOpen] = useState<Disclosure[]>([]);
  const [errors, setErrors] = useState<readonly GraphError[]>([]);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [now, setNow] = useState(() => Date.now());
  const ids = useId();
  const schema = useGraphiQL((state) => state.schema);
  const response = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response);
  const cases = schema?.getType('DisclosedCase');
  const kinds = isEnumType(cases) ? cases.getValues().map(({ name }) => name) : [];

  useEffect(() => {
    void openDisclosures(ask).then(setOpen);
    const ticking = setInterval(() => setNow(Date.now()), tick);
    return () => clearInterval(ticking);
  }, []);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const text = (name: string) => (values.get(name) as string).trim();
    const filledIn = { kind: text('kind'), id: text('id'), reason: text('reason'), hours: Number(text('hours')) };
    const found = await disclose(ask, filledIn, key);
    setErrors(found);
    if (found.length > 0) return;
    form.reset();
    setKey(crypto.randomUUID());
    setNow(Date.now());
    setOpen(await openDisclosures(ask));
  };

  return (
    <section className="panel" aria-labelledby="disclosure">
      <h2 id="disclosure">{say(texts.disclosure)}</h2>
      <p>{say(texts.disclosureMeaning)}</p>
      <form onSubmit={(event) => void send(event)} onChange={() => setKey(crypto.randomUUID())}>
        <label>
          {say(texts.subject)}
          <select name="kind">
            <option value="PERSON">{say(texts.person)}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind in texts ? say(texts[kind as 'PETITION']) : kind}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say(texts.id)}
          <input name="id" required autoComplete="off" list={ids} />
        </label>
        <datalist id={ids} aria-label={say(texts.fromResult)}>
          {foundIds(response).map((id) => (
            <option key={id} value={id} />
          ))}
        </datalist>
        <label>
          {say(texts.reason)}
          <textarea name="reason" required minLength={10} maxLength={500} rows={3} />
        </label>
        <label>
          {say(texts.hours)}
          <input name="hours" type="number" required min={1} max={8} defaultValue={1} />
        </label>
        <button type="submit" className="press">
          {say(texts.open)}
        </button>
      </form>
      {errors.length > 0 && (
        <div role="alert">
          <Errors errors={errors} visit={visit} />
        </div>
      )}
      <h3>{say(texts.opened)}</h3>
      {open.length === 0 && <p>{say(texts.noneOpen)}</p>}
      <ul>
        {open.map(({ id, subjectKind, subjectId, reason, opensUntil }) => (
          <li key={id}>
            <p>
              {say(texts[subjectKind === 'PERSON' ? 'person' : (subjectKind as 'PETITION')])} <code>{subjectId}</code>
            </p>
            <p>
              <strong>{say(texts.left, timeLeft(opensUntil, now))}</strong>
            </p>
            <p className="quiet">{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function foundIds(response: string | null | undefined): string[] {
  try {
    return idsOf(JSON.parse(response ?? ''));
  } catch {
    return [];
  }
}
