// Loaded before a process of the product: its clock stands at the moment of QONAQ_TEST_NOW, so that the test is the same on every day.
const moment = Temporal.Instant.from(process.env.QONAQ_TEST_NOW!);
Temporal.Now.instant = () => moment;
