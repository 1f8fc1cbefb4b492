import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import process from 'node:process';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';

// PostGraphile on the same tables under the same policies. DATABASE_URL, TOKEN_ISSUER, TOKEN_KEYS and PORT are in the environment.
const keys = createLocalJWKSet(JSON.parse(await readFile(process.env.TOKEN_KEYS, 'utf8')));

/** Verified tokens, each once, as the product does. */
const known = new Map();

/** What the policies know the viewer by. */
async function settingsOf(authorization = '') {
  let claims = known.get(authorization);
  if (!claims) {
    const options = { issuer: process.env.TOKEN_ISSUER, audience: 'qonaq', algorithms: ['ES256'], typ: 'at+jwt' };
    ({ payload: claims } = await jwtVerify(authorization.slice('Bearer '.length), keys, options));
    known.set(authorization, claims);
  }
  return {
    'qonaq.account': claims.sub,
    'qonaq.role': claims.role,
    'qonaq.office': claims.office ?? '',
    'qonaq.city': claims.city ?? '',
    'qonaq.now': new Date().toISOString(),
  };
}

/** There are no foreign keys between the subgraphs' schemas: what belongs together is told here. */
const belongsTo = {
  'iin.application': [
    '(applicant_id) references applicants.applicant (id)|@fieldName applicant|@foreignBehavior -*',
    '(office_id) references missions.mission (id)|@fieldName mission|@foreignBehavior -*',
  ],
  'complaints.complaint': [
    '(subject_id) references iin.application (id)|@fieldName iinApplication|@foreignBehavior -*',
  ],
  'complaints.decision': [
    '(case_id) references complaints.complaint (id)|@foreignFieldName decisions',
    '(decided_by) references missions.account (id)|@fieldName decider|@foreignBehavior -*',
  ],
  'complaints.case_term': ['(case_id) references complaints.complaint (id)|@foreignFieldName terms'],
  'applicants.document': ['(applicant_id) references applicants.applicant (id)|@foreignFieldName documents'],
  'applicants.consent': ['(applicant_id) references applicants.applicant (id)|@foreignFieldName consents'],
  'audit.journal': [],
  'missions.mission': [],
  'missions.account': [],
  'applicants.applicant': [],
};

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: Object.fromEntries(
          Object.entries(belongsTo).map(([table, foreignKey]) => [table, { tags: { foreignKey } }]),
        ),
      },
    }),
  ],
  disablePlugins: ['MutationPlugin'],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['iin', 'applicants', 'missions', 'complaints', 'audit'],
      poolConfig: { max: 10 },
    }),
  ],
  schema: { defaultBehavior: '+list -mutation' },
  grafserv: { graphqlPath: '/graphql', watch: false, graphiql: false },
  grafast: {
    context: async ({ node }) => ({ pgSettings: await settingsOf(node?.req.headers.authorization) }),
    explain: false,
  },
};

const server = createServer();
const serving = postgraphile(preset).createServ(grafserv);
server.on('error', () => undefined);
await serving.addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');
