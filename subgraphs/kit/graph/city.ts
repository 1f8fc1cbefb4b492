import { cities } from '../viewer/roles.ts';
import { enumeration } from './enums.ts';

/** The two cities, as the graph names them. */
export const CityName = enumeration('City', cities, 'The two cities of the residence pilot.');
