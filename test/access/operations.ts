import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';

// Who may call which operation. Written by hand, from the roles of the orders and the contract.

const receivers: Role[] = ['consul', 'authorised_employee'];
const operator: Role[] = ['iin_operator'];
const auditor: Role = 'auditor';
const managers: Role[] = ['state_corporation', 'manager', 'auditor'];
const everybody = 'everybody';
const signedIn = 'signed in';
/** An id that nothing has. */
export const id = '01964631-f000-7000-8000-00000000ffff';
const change = `input: { id: "${id}", expectedVersion: 1 }`;
const person = `machineReadableZone: ["A"], visualZone: { birthDate: "2000-01-01", birthPlace: "X", sex: MALE, nationality: "D", documentNumber: "1", expiryDate: "2030-01-01" }, cyrillicName: { surname: "Х" }, language: en`;

const residents: Role[] = ['kkq_officer', 'knb_officer', 'psc_officer', 'applicant', 'auditor'];
const providers: Role[] = ['iin_operator', 'hub_officer', 'mddiai_signer', 'kkq_officer'];
const complainants: Role[] = [...providers, ...receivers, 'complaint_reviewer', 'psc_officer', 'applicant', 'auditor'];
const eApplication = `applicantId: "${id}", applicantVersion: 1, documentIds: [], questionnaireId: "${id}", signature: ""`;
const answers = `{ name: { latin: {}, cyrillic: {} }, formerNames: [], sex: MALE, birthDate: "2000-01-01", birthPlace: "", citizenship: "D", formerCitizenships: [],
  ethnicity: "", travelDocuments: [], maritalStatus: SINGLE, closeRelatives: [], education: [], occupation: "", employers: [], earlierStays: [], earlierApplications: [],
  criminalRecord: { answer: false }, pendingProceedings: { answer: false }, meansOfSupport: "", addressOfResidence: { country: "D", address: "" },
  addressInKazakhstan: { city: ASTANA, address: "" }, contacts: { email: "", telephone: "" }, answersAreTrue: false }`;

/** An operation. */
export interface Operation {
  may: readonly Role[] | typeof everybody | typeof signedIn;
  call: string;
  /** The subgraph that is asked directly for what isn't part of the public graph. */
  of?: SubgraphName;
}

/** Who may do it, and a call of it. What it names doesn't exist: whoever may call it is told so, and whoever may not is told that. */
export const operations: Record<string, Operation> = {
  'Query.missions': { may: everybody, call: '{ missions(first: 1) { pageInfo { hasNextPage } } }' },
  'Query.offices': { may: everybody, call: '{ offices(kind: MFA) { edges { node { id } } } }' },
  'Query.mission': { may: everybody, call: '{ mission(number: 13) { city } }' },
  'Query.readMrz': { may: everybody, call: '{ readMrz(lines: ["A"]) { format } }' },
  'Query.term': { may: everybody, call: '{ term(kind: BAR, from: "2026-03-02T10:00:00Z") { dueAt } }' },
  'Query.iinRequirements': { may: everybody, call: '{ iinRequirements(category: HEIR) { channel } }' },
  'Query.pilots': { may: everybody, call: '{ pilots { name open } }' },
  'Query.calendarYear': { may: everybody, call: '{ calendarYear(year: 2026) { status } }' },
  'Query.foreignRepresentations': {
    may: everybody,
    call: '{ foreignRepresentations(filter: { kind: EMBASSY }) { edges { node { id } } } }',
  },
  'Query.foreignRepresentation': { may: everybody, call: `{ foreignRepresentation(id: "${id}") { id } }` },
  'Query.conventionParties': {
    may: everybody,
    call: '{ conventionParties(convention: MINSK_1993) { edges { node { id } } } }',
  },
  'Query.documentCheck': { may: everybody, call: '{ documentCheck(token: "x") { state } }' },
  'Query.me': { may: signedIn, call: '{ me { role } }' },
  'Mutation.markNotificationsRead': {
    may: signedIn,
    call: `mutation { markNotificationsRead(input: { ids: ["${id}"] }) { me { role } } }`,
  },
  'Mutation.setNotificationPreferences': {
    may: signedIn,
    call: 'mutation { setNotificationPreferences(input: { withoutEmail: [PETITION_SIGNED] }) { me { role } } }',
  },
  'Query.accounts': {
    may: ['state_corporation', 'manager', 'auditor'],
    call: '{ accounts { pageInfo { hasNextPage } } }',
  },
  'Query.account': { may: ['state_corporation', 'manager', 'auditor'], call: `{ account(id: "${id}") { id } }` },
  'Query.applicants': {
    may: [...receivers, 'applicant', auditor],
    call: '{ applicants { pageInfo { hasNextPage } } }',
  },
  'Query.applicant': { may: [...receivers, 'applicant', auditor], call: `{ applicant(id: "${id}") { id } }` },
  'Query.document': {
    may: [...receivers, ...operator, 'applicant', auditor],
    call: `{ document(id: "${id}") { id } }`,
  },
  'Query.iinApplications': {
    may: [...receivers, ...operator, auditor],
    call: '{ iinApplications { pageInfo { hasNextPage } } }',
  },
  'Query.iinApplication': {
    may: [...receivers, ...operator, auditor],
    call: `{ iinApplication(id: "${id}") { id } }`,
  },
  'Query.possibleDuplicates': {
    may: [...operator, auditor],
    call: `{ possibleDuplicates(applicationId: "${id}") { edges { node { candidateId } } } }`,
  },
  'Query.iinRecords': { may: [...operator, auditor], call: '{ iinRecords { pageInfo { hasNextPage } } }' },
  'Query.iinRecord': { may: [...operator, auditor], call: `{ iinRecord(id: "${id}") { id } }` },
  'Query.printedForm': { may: [...receivers, ...operator, auditor], call: `{ printedForm(id: "${id}") { id } }` },
  'Query.incidents': { may: [...operator, 'auditor'], call: '{ incidents { pageInfo { hasNextPage } } }' },
  'Query.partnerClients': {
    may: ['state_corporation'],
    call: '{ partnerClients { pageInfo { hasNextPage } } }',
  },
  // By a scope of its own, whatever the role.
  'Query.verifyIin': {
    may: [],
    call: '{ verifyIin(iin: "850312090019", surname: "X", birthDate: "1985-03-12") }',
  },
  'Query.petitions': {
    may: ['hub_officer', 'mddiai_signer', 'applicant', auditor],
    call: '{ petitions { pageInfo { hasNextPage } } }',
  },
  'Query.petition': {
    may: ['hub_officer', 'mddiai_signer', 'applicant', auditor],
    call: `{ petition(id: "${id}") { id } }`,
  },
  'Query.petitionDocument': { may: ['mddiai_signer'], call: `{ petitionDocument(petitionId: "${id}") { id } }` },
  'Query.caseDocument': {
    may: ['applicant', 'hub_officer', 'mddiai_signer', 'kkq_officer', 'knb_officer', 'psc_officer', auditor],
    call: `{ caseDocument(id: "${id}") { id } }`,
  },
  'Query.residenceCases': { may: residents, call: '{ residenceCases { pageInfo { hasNextPage } } }' },
  'Query.residenceCase': { may: residents, call: `{ residenceCase(id: "${id}") { id } }` },
  'Query.complaints': { may: complainants, call: '{ complaints { pageInfo { hasNextPage } } }' },
  'Query.complaint': { may: complainants, call: `{ complaint(id: "${id}") { id } }` },
  'Query.complaintDocument': { may: complainants, call: `{ complaintDocument(id: "${id}") { id } }` },
  'Query.questionnaires': { may: ['applicant'], call: '{ questionnaires { pageInfo { hasNextPage } } }' },
  'Query.questionnaire': { may: ['applicant'], call: `{ questionnaire(id: "${id}") { id } }` },
  'Query.stateDuty': { may: everybody, call: '{ stateDuty(kind: PERMIT, on: "2026-03-02") { amount } }' },
  'Query.dutyFigures': { may: everybody, call: '{ dutyFigures(figure: CALCULATION_INDEX) { edges { node { id } } } }' },
  'Query.statistics': {
    may: ['manager', 'auditor'],
    call: '{ statistics(filter: { service: IIN, from: "2026-01-01", until: "2026-12-31" }) { counts { received } } }',
  },
  'Query.verifySeals': { may: ['auditor'], call: '{ verifySeals { sound } }' },
  'Query.disclosures': { may: ['auditor', 'state_corporation'], call: '{ disclosures { pageInfo { hasNextPage } } }' },
  'Mutation.requestDisclosure': {
    may: ['auditor'],
    call: `mutation { requestDisclosure(input: { personId: "${id}", reason: "A long reason", hours: 1 }) { disclosure { id } } }`,
  },
  'Query.journal': { may: ['auditor'], call: '{ journal { pageInfo { hasNextPage } } }' },
  'Mutation.createAccount': {
    may: ['state_corporation', 'manager'],
    call: 'mutation { createAccount(input: { name: "X", email: "x", role: applicant }) { account { id } } }',
  },
  ...Object.fromEntries(
    ['blockAccount', 'unblockAccount', 'deleteAccount', 'resetCredentials'].map((mutation) => [
      `Mutation.${mutation}`,
      {
        may: ['state_corporation', 'manager'] as Role[],
        call: `mutation { ${mutation}(input: { id: "${id}", expectedVersion: 1, reason: "x" }) { account { id } } }`,
      },
    ]),
  ),
  ...Object.fromEntries(
    ['grantManagerRole', 'withdrawManagerRole'].map((mutation) => [
      `Mutation.${mutation}`,
      {
        may: ['state_corporation'] as Role[],
        call: `mutation { ${mutation}(input: { id: "${id}", expectedVersion: 1, reason: "x" }) { account { id } } }`,
      },
    ]),
  ),
  'Mutation.createPartnerClient': {
    may: ['state_corporation'],
    call: 'mutation { createPartnerClient(input: { name: "X", agency: "X", email: "x", scopes: [], expiresAt: "2027-01-01T00:00:00Z" }) { partnerClient { id } } }',
  },
  'Query.webhooks': { may: ['state_corporation'], call: '{ webhooks { pageInfo { hasNextPage } } }' },
  'Query.deliveries': { may: ['state_corporation'], call: '{ deliveries { pageInfo { hasNextPage } } }' },
  'Mutation.registerWebhook': {
    may: ['state_corporation'],
    call: `mutation { registerWebhook(input: { clientId: "${id}", url: "x" }) { webhook { id } } }`,
  },
  'Mutation.removeWebhook': {
    may: ['state_corporation'],
    call: `mutation { removeWebhook(input: { id: "${id}", expectedVersion: 1, reason: "x" }) { webhook { id } } }`,
  },
  'Mutation.replayDelivery': {
    may: ['state_corporation'],
    call: `mutation { replayDelivery(input: { id: "${id}" }) { delivery { id } } }`,
  },
  'Mutation.revokePartnerClient': {
    may: ['state_corporation'],
    call: `mutation { revokePartnerClient(input: { id: "${id}", expectedVersion: 1, reason: "x" }) { partnerClient { id } } }`,
  },
  'Mutation.setPilotPeriod': {
    may: ['state_corporation'],
    call: 'mutation { setPilotPeriod(input: { pilot: IIN, from: "2026-03-01", orderReference: "" }) { pilot { open } } }',
  },
  'Mutation.setCalendarDay': {
    may: ['state_corporation'],
    call: 'mutation { setCalendarDay(input: { day: "2026-03-09", kind: DAY_OFF, reason: "", expectedVersion: 1 }) { calendarYear { version } } }',
  },
  'Mutation.openCalendarYear': {
    may: ['state_corporation'],
    call: 'mutation { openCalendarYear(input: { year: 2026, status: OFFICIAL, daysOff: [], daysWorked: [], reason: "" }) { calendarYear { version } } }',
  },
  'Mutation.setForeignRepresentation': {
    may: ['state_corporation'],
    call: 'mutation { setForeignRepresentation(input: { kind: EMBASSY, name: { kk: "", ru: "", en: "" }, city: "", source: "", reason: "" }) { foreignRepresentation { id } } }',
  },
  'Mutation.setConventionParty': {
    may: ['state_corporation'],
    call: 'mutation { setConventionParty(input: { convention: MINSK_1993, country: "MNG", from: "2026-03-02", source: "", reason: "" }) { conventionParty { id } } }',
  },
  'Mutation.setDutyFigure': {
    may: ['state_corporation'],
    call: 'mutation { setDutyFigure(input: { figure: CALCULATION_INDEX, from: "2027-01-01", hundredths: 0, source: "", reason: "" }) { dutyFigure { id } } }',
  },
  // An applicant registers oneself.
  'Mutation.registerApplicant': {
    may: [...receivers, 'applicant'],
    call: `mutation { registerApplicant(input: { ${person} }) { applicant { id } } }`,
  },
  'Mutation.correctApplicant': {
    may: receivers,
    call: `mutation { correctApplicant(input: { id: "${id}", expectedVersion: 1, ${person} }) { applicant { id } } }`,
  },
  'Mutation.attachDocument': {
    may: [...receivers, 'applicant'],
    call: `mutation { attachDocument(input: { applicantId: "${id}", uploadId: "${id}", kind: IT_DIPLOMA }) { document { id } } }`,
  },
  'Mutation.recordConsent': {
    may: [...receivers, 'applicant'],
    call: `mutation { recordConsent(input: { applicantId: "${id}", kind: PERSONAL_DATA_PROCESSING, givenOn: "2026-03-01" }) { consent { id } } }`,
  },
  'Mutation.printApplicationForm': {
    may: receivers,
    call: `mutation { printApplicationForm(input: { applicantId: "${id}", applicantVersion: 1 }) { printedForm { id } } }`,
  },
  'Mutation.registerIinApplication': {
    may: receivers,
    call: `mutation { registerIinApplication(input: { applicantId: "${id}", applicantVersion: 1, category: HEIR }) { __typename } }`,
  },
  'Mutation.registerIinCorrection': {
    may: receivers,
    call: `mutation { registerIinCorrection(input: { applicantId: "${id}", applicantVersion: 1, category: HEIR, iin: "850312090019", surname: "X", birthDate: "1985-03-12", fields: [SEX] }) { __typename } }`,
  },
  'Mutation.withdrawIinApplication': {
    may: receivers,
    call: `mutation { withdrawIinApplication(${change}) { application { id } } }`,
  },
  'Mutation.printResult': { may: receivers, call: `mutation { printResult(${change}) { application { id } } }` },
  'Mutation.handOutResult': { may: receivers, call: `mutation { handOutResult(${change}) { application { id } } }` },
  'Mutation.takeIinApplication': {
    may: operator,
    call: `mutation { takeIinApplication(${change}) { application { id } } }`,
  },
  'Mutation.releaseIinApplication': {
    may: operator,
    call: `mutation { releaseIinApplication(${change}) { application { id } } }`,
  },
  'Mutation.decideDuplicate': {
    may: operator,
    call: `mutation { decideDuplicate(input: { id: "${id}", expectedVersion: 1, candidateId: "${id}", decision: SAME_PERSON, reason: "" }) { application { id } } }`,
  },
  'Mutation.correctIin': { may: operator, call: `mutation { correctIin(${change}) { application { id } } }` },
  'Mutation.formIin': { may: operator, call: `mutation { formIin(${change}) { application { id } } }` },
  'Mutation.openIncident': {
    may: operator,
    call: 'mutation { openIncident(input: { system: LINK, foundAt: "2099-01-01T00:00:00Z", description: "" }) { incident { id } } }',
  },
  'Mutation.closeIncident': {
    may: operator,
    call: `mutation { closeIncident(input: { id: "${id}", expectedVersion: 1, endedAt: "2026-03-02T10:00:00Z", measures: "" }) { incident { id } } }`,
  },
  'Mutation.refuseIin': {
    may: operator,
    call: `mutation { refuseIin(input: { id: "${id}", expectedVersion: 1, grounds: [], reason: "" }) { application { id } } }`,
  },
  'Mutation.reopenIinApplication': {
    may: operator,
    call: `mutation { reopenIinApplication(input: { id: "${id}", expectedVersion: 1, complaintId: "${id}" }) { application { id } } }`,
  },
  'Mutation.reopenCase': {
    may: ['kkq_officer'],
    call: `mutation { reopenCase(input: { id: "${id}", expectedVersion: 1, complaintId: "${id}" }) { residenceCase { id } } }`,
  },
  // Residence, from the arrival to the permit. What systems tell is by a scope of its own, whatever the role.
  'Mutation.recordBorderCrossing': {
    may: [],
    call: 'mutation { recordBorderCrossing(input: { reference: "x", iin: "850312090019", direction: ENTRY, crossedAt: "2026-03-02T09:00:00+05:00", checkpoint: "x" }) { reference } }',
  },
  'Mutation.recordFingerprints': {
    may: [],
    call: 'mutation { recordFingerprints(input: { reference: "x", iin: "850312090019", takenAt: "2026-03-02T09:00:00+05:00", place: "x" }) { reference } }',
  },
  'Query.residenceStatus': {
    may: [],
    call: '{ residenceStatus(iin: "850312090019", surname: "X", birthDate: "1985-03-12") }',
  },
  ...Object.fromEntries(
    ['recordArrival', 'receiveOriginals'].map((mutation) => [
      `Mutation.${mutation}`,
      { may: ['kkq_officer'] as Role[], call: `mutation { ${mutation}(${change}) { residenceCase { id } } }` },
    ]),
  ),
  'Mutation.compareDocuments': {
    may: ['kkq_officer'],
    call: `mutation { compareDocuments(input: { id: "${id}", expectedVersion: 1, findings: [] }) { residenceCase { id } } }`,
  },
  'Mutation.decideFinal': {
    may: ['kkq_officer'],
    call: `mutation { decideFinal(input: { id: "${id}", expectedVersion: 1, approves: true }) { residenceCase { id } } }`,
  },
  'Mutation.registerFinalApplication': {
    may: ['psc_officer'],
    call: 'mutation { registerFinalApplication(input: { approvalNumber: "x", expectedVersion: 1, passport: { latinName: { surname: "X" }, birthDate: "1985-03-12", citizenship: "D", issuingCountry: "D", number: "1", expiresOn: "2030-01-01" }, documents: [] }) { residenceCase { id } } }',
  },
  'Mutation.sendOriginals': {
    may: ['psc_officer'],
    call: `mutation { sendOriginals(input: { id: "${id}", expectedVersion: 1, trackingNumber: "x" }) { residenceCase { id } } }`,
  },
  'Mutation.registerResidence': {
    may: ['psc_officer'],
    call: `mutation { registerResidence(input: { id: "${id}", expectedVersion: 1, address: "x", contract: { uploadId: "x", contractWith: LEGAL_PERSON, notarised: true, startsOn: "2026-01-01", endsOn: "2027-01-01" } }) { residenceCase { id } } }`,
  },
  'Mutation.issuePermit': {
    may: ['psc_officer'],
    call: `mutation { issuePermit(input: { id: "${id}", expectedVersion: 1, noticeShown: true, passport: { uploadId: "x", expiresOn: "2030-01-01" }, receipt: { uploadId: "x", amount: "865", paidOn: "2026-03-01" } }) { residenceCase { id } } }`,
  },
  'Mutation.submitPetition': {
    may: ['applicant'],
    call: 'mutation { submitPetition(input: { consent: true }) { __typename } }',
  },
  'Mutation.chooseInterviewTime': {
    may: ['applicant'],
    call: `mutation { chooseInterviewTime(input: { id: "${id}", expectedVersion: 1, timeId: "${id}" }) { petition { id } } }`,
  },
  'Mutation.withdrawPetition': {
    may: ['applicant'],
    call: `mutation { withdrawPetition(${change}) { petition { id } } }`,
  },
  'Mutation.screenPetition': {
    may: ['hub_officer'],
    call: `mutation { screenPetition(input: { id: "${id}", expectedVersion: 1, decision: APPROVED }) { petition { id } } }`,
  },
  'Mutation.offerInterviewTimes': {
    may: ['hub_officer'],
    call: `mutation { offerInterviewTimes(input: { id: "${id}", expectedVersion: 1, times: [] }) { petition { id } } }`,
  },
  'Mutation.recordInterview': {
    may: ['hub_officer'],
    call: `mutation { recordInterview(input: { id: "${id}", expectedVersion: 1, outcome: MISSED, result: "" }) { petition { id } } }`,
  },
  'Mutation.signPetition': {
    may: ['mddiai_signer'],
    call: `mutation { signPetition(input: { id: "${id}", expectedVersion: 1, signature: "" }) { petition { id } } }`,
  },
  'Mutation.refusePetition': {
    may: ['mddiai_signer'],
    call: `mutation { refusePetition(input: { id: "${id}", expectedVersion: 1, reason: "" }) { petition { id } } }`,
  },
  'Mutation.fillInQuestionnaire': {
    may: ['applicant'],
    call: `mutation { fillInQuestionnaire(input: { applicantId: "${id}", applicantVersion: 1, language: ru, answers: ${answers} }) { questionnaire { id } } }`,
  },
  'Mutation.submitResidenceApplication': {
    may: ['applicant'],
    call: `mutation { submitResidenceApplication(input: { ${eApplication}, city: ASTANA, petitionId: "${id}", dutyPaymentReference: "x" }) { residenceCase { id } } }`,
  },
  'Mutation.resubmitResidenceApplication': {
    may: ['applicant'],
    call: `mutation { resubmitResidenceApplication(input: { id: "${id}", expectedVersion: 1, ${eApplication} }) { residenceCase { id } } }`,
  },
  'Mutation.withdrawResidenceApplication': {
    may: ['applicant'],
    call: `mutation { withdrawResidenceApplication(${change}) { residenceCase { id } } }`,
  },
  'Mutation.registerCase': {
    may: ['kkq_officer'],
    call: `mutation { registerCase(${change}) { residenceCase { id } } }`,
  },
  'Mutation.returnForRework': {
    may: ['kkq_officer'],
    call: `mutation { returnForRework(input: { id: "${id}", expectedVersion: 1, reasons: [] }) { residenceCase { id } } }`,
  },
  'Mutation.recordChecks': {
    may: ['kkq_officer'],
    call: `mutation { recordChecks(input: { id: "${id}", expectedVersion: 1, checks: [] }) { residenceCase { id } } }`,
  },
  'Mutation.sendToKnb': { may: ['kkq_officer'], call: `mutation { sendToKnb(${change}) { residenceCase { id } } }` },
  'Mutation.answerKnb': {
    may: ['knb_officer'],
    call: `mutation { answerKnb(input: { id: "${id}", expectedVersion: 1, agrees: true }) { residenceCase { id } } }`,
  },
  'Mutation.decidePreliminary': {
    may: ['kkq_officer'],
    call: `mutation { decidePreliminary(input: { id: "${id}", expectedVersion: 1, approves: true }) { residenceCase { id } } }`,
  },
  'Mutation.fileComplaint': {
    may: [...receivers, 'kkq_officer', 'psc_officer', 'applicant'],
    call: `mutation { fileComplaint(input: { about: { petitionId: "${id}" }, addressedTo: PROVIDER, against: ACT, text: "x" }) { complaint { id } } }`,
  },
  'Mutation.registerComplaint': {
    may: [...providers, 'complaint_reviewer'],
    call: `mutation { registerComplaint(${change}) { complaint { id } } }`,
  },
  'Mutation.satisfyComplaint': {
    may: providers,
    call: `mutation { satisfyComplaint(input: { id: "${id}", expectedVersion: 1, reasons: "x" }) { complaint { id } } }`,
  },
  'Mutation.forwardComplaint': {
    may: providers,
    call: `mutation { forwardComplaint(${change}) { complaint { id } } }`,
  },
  'Mutation.decideComplaint': {
    may: [...providers, 'complaint_reviewer'],
    call: `mutation { decideComplaint(input: { id: "${id}", expectedVersion: 1, outcome: REJECTED, reasons: "x" }) { complaint { id } } }`,
  },
  // By a scope of its own, whatever the role.
  'Mutation.recordDutyPayment': {
    may: [],
    call: 'mutation { recordDutyPayment(input: { reference: "", payerIin: "850312090019", purpose: PERMIT, amount: "1", paidAt: "2026-03-02T09:00:00Z" }) { payment { reference } } }',
  },
  // The identity provider tells these, and nobody else.
  'Mutation.recordSignIn': {
    may: ['system'],
    call: `mutation { recordSignIn(input: { accountId: "${id}" }) }`,
    of: 'missions',
  },
  'Mutation.noteSignIn': {
    may: ['system'],
    call: 'mutation { noteSignIn(input: { action: "signIn", outcome: "DONE" }) }',
    of: 'missions',
  },
  // Gateways tell it with the token of whom they refused.
  'Mutation.noteRefusal': {
    may: signedIn,
    call: 'mutation { noteRefusal(input: { actions: ["Query.journal"], outcome: "FORBIDDEN" }) }',
    of: 'audit',
  },
  'Mutation.openApplicantAccount': {
    may: ['system'],
    call: 'mutation { openApplicantAccount(input: { name: "", iin: "" }) }',
    of: 'missions',
  },
};

/** The same for fields that fewer may see than what they stand in, and for types that only a fragment reaches. */
export const fields: Record<string, Operation> = {
  ...Object.fromEntries(
    ['email', 'createdAt', 'changedAt', 'changeReason', 'lastSignInAt'].map((field) => [
      `Account.${field}`,
      { may: managers, call: `{ me { account { ${field} } } }` },
    ]),
  ),
  'Applicant.readings': {
    may: ['applicant'],
    call: '{ applicants(first: 1) { edges { node { readings(first: 1) { totalCount } } } } }',
  },
  // The product alone asks for it.
  'Applicant.presentedAs': { may: [], call: '{ applicants(first: 1) { edges { node { presentedAs } } } }' },
  'Account.iin': { may: ['applicant', 'mddiai_signer'], call: '{ me { account { iin } } }' },
  'CalendarYear.changes': {
    may: ['state_corporation', 'auditor'],
    call: '{ calendarYear(year: 2026) { changes { at } } }',
  },
  'PilotPeriod.earlier': {
    may: ['state_corporation', 'auditor'],
    call: '{ pilots { periods { earlier { until } } } }',
  },
  'ForeignRepresentation.changes': {
    may: ['state_corporation', 'auditor'],
    call: '{ foreignRepresentations(first: 1) { edges { node { changes { at } } } } }',
  },
  'ConventionParty.changes': {
    may: ['state_corporation', 'auditor'],
    call: '{ conventionParties(first: 1) { edges { node { changes { at } } } } }',
  },
  'DutyFigure.changes': {
    may: ['state_corporation', 'auditor'],
    call: '{ dutyFigures(first: 1) { edges { node { changes { at } } } } }',
  },
  'ResidenceCase.documentComparison': {
    may: ['kkq_officer', auditor],
    call: `{ residenceCase(id: "${id}") { documentComparison { field } } }`,
  },
  'PetitionConsentDeclined.at': {
    may: ['applicant'],
    call: 'mutation { submitPetition(input: { consent: true }) { ... on PetitionConsentDeclined { at } } }',
  },
  'ResidenceCase.petition': {
    may: ['applicant', auditor],
    call: `{ residenceCase(id: "${id}") { petition { id } } }`,
  },
  'ResidenceCase.noticeBouncedAt': {
    may: ['kkq_officer', 'psc_officer', auditor],
    call: `{ residenceCase(id: "${id}") { noticeBouncedAt } }`,
  },
  'Petition.noticeBouncedAt': { may: ['hub_officer', auditor], call: `{ petition(id: "${id}") { noticeBouncedAt } }` },
  'ResidenceCase.submissions': {
    may: ['applicant', 'kkq_officer', auditor],
    call: `{ residenceCase(id: "${id}") { submissions { ordinal } } }`,
  },
  'ResidenceCase.checks': { may: ['kkq_officer'], call: `{ residenceCase(id: "${id}") { checks { kind } } }` },
  'ResidenceCase.dutyPayment': {
    may: ['applicant', 'kkq_officer', 'psc_officer', auditor],
    call: `{ residenceCase(id: "${id}") { dutyPayment { reference } } }`,
  },
  'EarlierDecision.knbAgreement': {
    may: ['kkq_officer', 'knb_officer'],
    call: `{ residenceCase(id: "${id}") { earlierDecisions { knbAgreement { agreed } } } }`,
  },
  'IinApplication.caseFile': { may: operator, call: `{ iinApplication(id: "${id}") { caseFile { number } } }` },
  'Petition.caseFile': {
    may: ['hub_officer', 'mddiai_signer'],
    call: `{ petition(id: "${id}") { caseFile { number } } }`,
  },
  'ResidenceCase.caseFile': { may: ['kkq_officer'], call: `{ residenceCase(id: "${id}") { caseFile { number } } }` },
  'ResidenceCase.knbAgreement': {
    may: ['kkq_officer', 'knb_officer'],
    call: `{ residenceCase(id: "${id}") { knbAgreement { agreed } } }`,
  },
  'Complaint.caseFile': {
    may: ['complaint_reviewer'],
    call: `{ complaint(id: "${id}") { caseFile { number } } }`,
  },
  'Complaint.iinApplication': {
    may: [...receivers, 'iin_operator', auditor],
    call: `{ complaint(id: "${id}") { iinApplication { id } } }`,
  },
  'Complaint.petition': {
    may: ['applicant', 'hub_officer', 'mddiai_signer', auditor],
    call: `{ complaint(id: "${id}") { petition { id } } }`,
  },
  // The KNB sees cases, and no complaints.
  'Complaint.residenceCase': {
    may: ['applicant', 'kkq_officer', 'psc_officer', auditor],
    call: `{ complaint(id: "${id}") { residenceCase { id } } }`,
  },
  'AcceptanceRefusal.id': {
    may: receivers,
    call: `mutation { registerIinApplication(input: { applicantId: "${id}", applicantVersion: 1, category: HEIR }) { ... on AcceptanceRefusal { id } } }`,
  },
};

/** Whether somebody may: a role, or nothing for somebody without a token. */
export function allows(may: Operation['may'], role: Role | undefined): boolean {
  if (may === everybody) return true;
  return role !== undefined && (may === signedIn || may.includes(role));
}

/** Every role that a token can say. */
export const roles: Role[] = [
  'state_corporation',
  'manager',
  'consul',
  'authorised_employee',
  'iin_operator',
  'hub_officer',
  'mddiai_signer',
  'kkq_officer',
  'knb_officer',
  'psc_officer',
  'applicant',
  'complaint_reviewer',
  'auditor',
  'partner',
];
