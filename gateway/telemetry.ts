// @apollo/gateway reports to its vendor every hour unless told not to before it is loaded: nothing that happens here is anybody else's business.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
