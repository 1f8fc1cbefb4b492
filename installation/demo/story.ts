import { randomUUID } from 'node:crypto';
import type { Application } from './application.ts';
import * as auditor from './auditor.ts';
import type { Client } from './client.ts';
import * as complaint from './complaint.ts';
import * as consul from './consul.ts';
import * as hub from './hub.ts';
import * as ministry from './ministry.ts';
import * as nomad from './nomad.ts';
import * as operator from './operator.ts';
import { papersOf } from './papers.ts';
import { deBruijn, eriksson, mustermann } from './sample-people.ts';
import { detail, scene } from './screen.ts';

/** Who acts in the story. */
export interface Cast {
  berlin: Client;
  tashkent: Client;
  mfa: Client;
  astana: Client;
  /** Erika, who signs in with her certificate. */
  erika: Client;
  astanaHub: Client;
  signer: Client;
  reviewer: Client;
  audit: Client;
}

/**
 * The way of three applications for an individual identification number, from the passport to the certificate (A§9–12), and of a petition for the
 * Digital Nomad Residency up to the interview (B§4–6). Returns the files of the certificates.
 */
export async function tellStory(cast: Cast, today: Temporal.PlainDate, folder: string): Promise<string[]> {
  const { berlin, tashkent, mfa, astana, audit, astanaHub, signer, reviewer, erika: erikaHerself } = cast;
  const [first, second] = [await papersOf(mustermann, today), await papersOf(eriksson, today)];

  scene('Two people come to the embassy in Berlin, one after the other');
  await consul.readPassport(berlin, mustermann);
  const erika = await consul.registerApplicant(berlin, mustermann);
  await consul.attachPapers(berlin, erika, first);
  await consul.recordConsent(berlin, erika, today);
  const key = randomUUID();
  const application = await consul.apply(berlin, erika, consul.asHeadOfCompany, key);
  await consul.applyAgain(berlin, erika, consul.asHeadOfCompany, key);

  await consul.readPassport(berlin, eriksson);
  const anna = await consul.registerApplicant(berlin, eriksson);
  await consul.recordConsent(berlin, anna, today);
  await consul.attachPapers(berlin, anna, second.slice(0, 2));
  await consul.applyTooEarly(berlin, anna);
  await consul.attachPapers(berlin, anna, second.slice(2));
  const another = await consul.apply(berlin, anna, consul.asHeadOfCompany, randomUUID());

  scene('Somebody of the staff of an embassy comes to the Ministry of Foreign Affairs in Astana');
  const willeke = await consul.registerApplicant(mfa, deBruijn);
  const [form, passport] = await papersOf(deBruijn, today);
  await consul.attachPapers(mfa, willeke, [form!, passport!]);
  await consul.recordConsent(mfa, willeke, today);
  const representationId = await ministry.findEmbassy(mfa, 'NLD', today);
  const ofStaff = { category: 'REPRESENTATION_STAFF', representationId };
  const third = await consul.apply(mfa, willeke, ofStaff, randomUUID());

  scene('The Ministry of Internal Affairs in Astana forms the numbers');
  await operator.readWorklist(astana);
  await operator.decide(astana, application);
  await operator.decide(astana, another);
  await operator.decide(astana, third);

  scene('Back in Berlin, and at the Ministry of Foreign Affairs');
  const files = [
    await consul.handOut(berlin, application, folder),
    await consul.handOut(berlin, another, folder),
    await consul.handOut(mfa, third, folder),
  ];

  scene('With her number Erika asks for the Digital Nomad Residency');
  const petition = await askForResidency(cast, today);

  scene('Erika complains, and is told of each step');
  const complained = await complaint.complain(erikaHerself, petition);
  await complaint.forward(astanaHub, complained);
  await complaint.review(reviewer, complained);
  await complaint.readCabinet(erikaHerself);

  scene('Who else may look, and who has looked');
  await consul.askFromElsewhere(tashkent, another);
  await hub.find(astanaHub, petition);
  await hub.askBeforeInterview(signer, petition);
  await auditor.readJournal(audit, 'Anna Maria Eriksson', anna.id);
  await auditor.readJournal(audit, another.number, another.id);
  await auditor.haveDisclosed(audit, another.number, another.id);
  await auditor.verifySeals(audit);
  return files;
}

/** A petition for the Digital Nomad Residency, from the documents to the interview that is agreed upon (B§4–6). */
async function askForResidency({ erika, astanaHub }: Cast, today: Temporal.PlainDate): Promise<Application> {
  await nomad.clearAway(erika);
  const herself = await nomad.registerOneself(erika, mustermann);
  const documentIds = await nomad.attachPapers(erika, herself, mustermann, today);
  const petition = await nomad.submitPetition(erika, herself, documentIds);
  const screened = await hub.screen(astanaHub, petition);
  const offered = await hub.offerTimes(astanaHub, screened, today);
  const agreed = await nomad.chooseTime(erika, offered, offered.interviewTimes);
  await hub.recordTooEarly(astanaHub, agreed);
  await nomad.askForDuty(erika, today);
  detail([
    'Here the demo ends: the interview has to be held first. Then come the',
    "ministry's signature, the e-application and the permit (docs/residence.md).",
  ]);
  return petition;
}
