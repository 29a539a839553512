import { findService } from '../code-of-practice/find-service.ts';
import { statusOn } from '../code-of-practice/status-on.ts';
import { isDay } from '../list/day.ts';
import { statusToJson } from './code-status-json.ts';
import type { Command } from './command-io.ts';
import { describeStatus } from './describe-status.ts';
import { UsageError } from './errors.ts';
import { openCode } from './open-code.ts';
import { AT_OPTION, parseOptions } from './parse-options.ts';

const HELP = `demonitor code status SERVICE [--on DAY] [--json]

Where a service stands under the Code on a day: signatory, was one until a day, signed an earlier
edition only, or no record, which doesn’t mean that it did not sign. A signature speaks for the
services that it names, never for whatever else a company owns. Also what the service is under the
Digital Services Act. What is not certain is called unverified.

  SERVICE  one name or domain: twitter, "Google Search", x.com
  --on     the day asked about, such as 2023-05-27; today without it. The day of leaving still
           counts as one of the signatory. --at is the same.
  --json   {"input","on","known","service":{"id","name","kind","owner"},"edition",
            "code":{"kind","edition","since","until","untilVerified","ended","signedBy","certainty",
             "verified","source","note",
             "signatures":[{"edition","since","sinceVerified","signedBy","certainty","source"}],
             "demonetisation":[{"commitment","subscribed","measures","reported","certainty",
              "verified","source","note","covers"}]},
            "related":[{"relation","id","name","kind","edition","signedBy"}],
            "dsa":{"kind","size","provider","designated","dutiesFrom","dutiesVerified","ended",
             "endedVerified","certainty","verified","source",
             "articles":[{"article","title","summary","source"}]}}
           "edition" is the one in force that day. "code.kind" is signatory, was, earlier-edition or
           no-record; "dsa.kind" no-record, under-assessment, not-yet-designated, designated (duties
           not yet), duties-unknown, duties-apply, ending or ended. Days are ISO days, or ISO months
           or years where no more is known; what is unknown is null.

Exit: 0 answered, 2 wrongly used.`;

/** `code status`: one service on one day. */
export const runCodeStatus: Command = async (args, io) => {
  const table = { ...AT_OPTION, on: { type: 'string' } } as const;
  const { values, positionals } = parseOptions(args, table, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  // Names have spaces: `code status Google Search` needs no quotes.
  const input = positionals.join(' ');
  if (input.trim() === '') throw new UsageError('Which service?', HELP);
  if (values.on !== undefined && values.at !== undefined && values.on !== values.at) {
    throw new UsageError('--on and --at mean the same: give one of them.', HELP);
  }
  const day = values.on ?? values.at ?? io.today;
  if (!isDay(day)) throw new UsageError(`"${day}" is no day that exists; write it as 2023-05-27.`);

  const catalogue = await openCode();
  if (positionals.length > 1 && !findService(catalogue, input)) {
    throw new UsageError(
      `One service at a time; if one is called that, quote it: "${input}".`,
      HELP,
    );
  }
  const status = statusOn(catalogue, input, day);
  if (values.json) io.print(JSON.stringify(statusToJson(catalogue, input, status)));
  else for (const line of describeStatus(catalogue, input, status)) io.print(line);
  return 0;
};
