import type { Format } from '../format.js';
import { collectForm, collectInput, emptyReport } from '../report/collect.js';
import { reportPage } from '../report/report-page.js';
import { writingTime } from '../writing-time.js';

/** report.html: a page to read, to hand on and to print. */
export const REPORT: Format = {
  words: { en: 'a page to read and print', zh: '可阅读、打印的报告' },
  isDefault: false,
  open({ staging, head }) {
    const data = emptyReport();
    return {
      write(form) {
        collectForm(data, form);
      },
      report(report) {
        collectInput(data, report);
      },
      finish() {
        staging.write('report.html', reportPage(data, { version: head.version, writtenAt: writingTime() }));
      },
    };
  },
};
