import { useCallback, useEffect, useState } from 'preact/hooks';
import type { FormView, Overview } from '../api.js';
import { FormPage } from './form-page.js';
import { LanguageContext } from './language.js';
import { OverviewPage } from './overview-page.js';
import { RefusedByServer, server, ServerLost } from './server.js';
import { browserLanguage, type Language, LANGUAGES } from './words.js';

const FORM = /^#form\/([0-9a-f]{12}-\d+)$/;
const formInAddress = () => FORM.exec(location.hash)?.[1] ?? null;

/** What went wrong with the last request, for the banner; null where nothing did. */
export type Trouble = 'lost' | { readonly message: string; readonly messageZh: string } | null;

export function App() {
  const [language, setLanguage] = useState<Language>(browserLanguage);
  const [form, setForm] = useState(formInAddress);
  const [overview, setOverview] = useState<Overview | null>(null);
  const [by, setBy] = useState('');
  const [trouble, setTrouble] = useState<Trouble>(null);
  const words = LANGUAGES[language];

  const told = useCallback((error: unknown) => {
    if (error instanceof ServerLost) setTrouble('lost');
    else if (error instanceof RefusedByServer) setTrouble(error.refusal);
    else setTrouble({ message: String(error), messageZh: String(error) });
  }, []);
  const refresh = useCallback(() => {
    server.overview().then((read) => {
      setOverview(read);
      setBy((now) => (now === '' ? read.by : now));
      setTrouble(null);
    }, told);
  }, [told]);

  /** The form's row follows what was decided: to ask for thousands of others would take longer than to read the next value. */
  const decided = useCallback(({ summary, unwritten }: FormView) => {
    setTrouble(null);
    setOverview(
      (now) =>
        now && {
          ...now,
          unwritten,
          forms: now.forms.map((one) => (one.id === summary.id ? summary : one)),
        },
    );
  }, []);

  useEffect(refresh, [refresh]);
  useEffect(() => {
    const follow = () => {
      setForm(formInAddress());
      setTrouble(null);
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
  }, [language, words]);

  return (
    <LanguageContext.Provider value={language}>
      <div class={`app ${form === null ? 'at-overview' : 'at-form'}`}>
        <header class="top">
          {form === null ? (
            <h1>{words.title}</h1>
          ) : (
            <a class="back" href="#">
              ← {words.back}
            </a>
          )}
          <label class="by">
            <span>{words.name}</span>
            <input
              value={by}
              size={10}
              autocomplete="off"
              onInput={(event) => {
                setBy(event.currentTarget.value);
              }}
            />
          </label>
          <button
            type="button"
            class="quiet"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => {
              setLanguage(language === 'zh' ? 'en' : 'zh');
            }}
          >
            {words.language}
          </button>
        </header>
        <div class="banner" role="alert" hidden={trouble === null}>
          {trouble !== null && (
            <>
              <span>{trouble === 'lost' ? words.lost : language === 'zh' ? trouble.messageZh : trouble.message}</span>
              <button type="button" onClick={refresh}>
                {words.retry}
              </button>
            </>
          )}
        </div>
        {form !== null ? (
          <FormPage key={form} id={form} by={by} overview={overview} told={told} onDecided={decided} />
        ) : overview !== null ? (
          <OverviewPage overview={overview} onChanged={refresh} told={told} />
        ) : (
          <main class="overview" aria-busy={trouble === null} />
        )}
      </div>
    </LanguageContext.Provider>
  );
}
