// Reads the documents of events with AsyncAPI's own parser: whatever it finds fault with is an error.
//
// Usage: node asyncapi.mjs FILE…
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

// 3.0.0 is what generators read; that there is a 3.1.0 is no fault.
const TOLERATED = new Set(["asyncapi-latest-version"]);

let faults = 0;
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await new Parser().parse(readFileSync(file, "utf8"), { source: file });
  for (const { code, path, message } of diagnostics.filter((one) => !TOLERATED.has(one.code))) {
    console.error(`${file}: ${path.join(".")}: ${message} (${code})`);
    faults += 1;
  }
  if (document !== undefined && document.messages().all().length === 0) {
    console.error(`${file}: it describes no message`);
    faults += 1;
  }
}
process.exitCode = faults === 0 && process.argv.length > 2 ? 0 : 1;
