import type { RunTalk } from './run-talk.js';
import { say, type Session } from './surroundings.js';

/** Programs that show progress want it more often than people who read a log. */
const PROGRESS_MILLISECONDS = 1_000;

/** A line for programs. Times are ISO 8601, in UTC. */
export function logJson(session: Pick<Session, 'stderr'>, event: string, fields: object): void {
  say(session, JSON.stringify({ time: new Date().toISOString(), event, ...fields }));
}

/** A line of JSON for each event: `start`, `input`, `progress`, `interrupting`, `end`. */
export function openJsonLog(session: Session): RunTalk {
  let said = Number.NEGATIVE_INFINITY;
  const log = (event: string, fields: object) => {
    logJson(session, event, fields);
  };
  return {
    begin(inputs) {
      log('start', { version: session.version, inputs });
    },
    progress(progress) {
      if (performance.now() - said < PROGRESS_MILLISECONDS) return;
      said = performance.now();
      log('progress', progress);
    },
    report({ findings, related, setAside, ...report }) {
      log('input', { ...report, related: related.length, setAside: setAside.length, findings: findings.length });
    },
    interrupting() {
      log('interrupting', {});
    },
    end(
      { inputs, forms, related, setAside, indicators, numbers, proved, findings, failed, skipped, interrupted },
      exitCode,
    ) {
      const counts = { inputs, forms, related, setAside, indicators, numbers, proved, interrupted };
      const causes = (of: typeof failed) => Object.fromEntries([...of].map(([code, { count }]) => [code, count]));
      const codes = { findings: Object.fromEntries(findings), failed: causes(failed), skipped: causes(skipped) };
      log('end', { exitCode, ...counts, ...codes });
    },
  };
}
