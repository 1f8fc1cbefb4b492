// Node 26 is of a line with long-term support, but this release came before the line was named so: oidc-provider would warn on every start.
Object.assign(process.release, { lts: process.release.lts ?? 'not named yet' });
