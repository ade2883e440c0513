import * as z from 'zod/mini';

// Its compiled parsers probe `new Function`, which the page's policy forbids and the console would report.
z.config({ jitless: true });

export { z };
