import { baseStyle } from '../pages/style.ts';

/** The looks of the verification page: the colour of each verdict. */
export const style = `${baseStyle}
.VALID { --tone: var(--valid); } .REPLACED { --tone: var(--replaced); } .REVOKED { --tone: var(--revoked); }
.UNKNOWN, .UNREACHABLE { --tone: var(--unknown); }
/* The green of a valid document is for documents with legal force. */
.SPECIMEN { --tone: var(--replaced); }
`;
