/** Files of history on their way in. */
export const importsMessages = {
  imports: {
    title: 'History',
    intro:
      'A file of past events gives trends and levels on the first day. What it brings counts like everything else, and notifies nobody.',
    docs: 'What such a file looks like',
    formTitle: 'Import a file',
    file: 'File of history',
    chooseFile: 'Choose a file',
    fileHint:
      '.ndjson, .jsonl or .csv. Of the same file that was interrupted, the import goes on where it was.',
    chosen: '{{name}}, {{size}}',
    source: 'Source that its events are of',
    chooseSource: 'Choose a source',
    format: 'Format',
    chooseFormat: 'Choose a format',
    ndjson: 'NDJSON, an event in each line',
    csv: 'CSV, a table with a header',
    submit: 'Import',
    noSources:
      'No source is configured yet that an import could be of. Add one under maturity.sources.',
    noFile: 'Choose a file.',
    emptyFile: '{{name}} is empty. Choose another file.',
    noSource: 'Choose the source.',
    noFormat: 'Choose the format, its name does not tell.',
    progress: 'How far {{name}} has come',
    bytes: '{{done}} of {{total}}',
    bytesOnly: '{{done}} read',
    counts:
      '{{lines}} lines: {{stored}} new, {{duplicates}} known before, {{refused}} refused',
    unmapped: '{{n}} of the new events belong to no entity yet.',
    phase: {
      reading: 'Reading {{name}}…',
      sending: 'Importing {{name}}…',
      paused: '{{name}} is paused.',
      failed: '{{name}} has stopped on its way.',
      stopping: 'Stopping {{name}}…',
      complete: '{{name}} is imported.',
      aborted: '{{name}} was stopped. What was stored stays.',
    },
    pause: 'Pause',
    goOn: 'Go on',
    stop: 'Stop',
    problem: {
      forbidden:
        'Your account lacks the permission maturity.operations.manage. Ask whoever runs the portal, then go on.',
      gone: 'The import is not there any more. Choose the file once more; what was stored is known again.',
      stuck:
        'A line is longer than what the portal takes at once. Raise maturity.ingest.maxBytes and go on, or stop and shorten the line.',
      unreachable:
        'The portal gave no answer, or the file has changed since it was chosen. Look at the connection and go on: nothing is lost. If the file has changed, stop and choose it once more.',
      refused:
        'The portal refused it: {{message}}. Stop, correct the file and import it once more; what was stored is known again.',
      failed:
        'The answer was: {{message}}. Nothing is lost; go on, and if it stays, tell whoever runs the portal.',
    },
    listTitle: 'Imports',
    loading: 'Loading the imports',
    none: 'Nothing has been imported yet. Choose a file above to begin.',
    forbiddenTitle: 'You may not see the imports',
    forbiddenText:
      'Your account lacks the permission maturity.operations.read. Ask whoever runs the portal.',
    errorTitle: 'The imports could not be loaded',
    errorText:
      'The answer was: {{message}}. Nothing is lost; try again, and if it stays, tell whoever runs the portal.',
    notRefreshed: 'This list could not be read again: {{message}}',
    state: {
      open: 'under way',
      complete: 'complete',
      aborted: 'stopped',
    },
    waits:
      'It has not come further for a while. Choose the same file above to go on.',
    stopLabel: 'Stop {{name}}',
    stopFailed: '{{name}} could not be stopped: {{message}}',
    refusals: 'Refused lines ({{n}})',
    refusalsLabel: 'Refused lines ({{n}}): {{name}}',
    refusalsLoading: 'Loading the refused lines',
    refusalsFailed: 'The refused lines could not be loaded: {{message}}',
    retry: 'Try again',
    line: 'Line',
    event: 'Event',
    code: 'Code',
    message: 'What to change',
    shown: '{{shown}} of {{total}} are shown.',
    kept: 'Only the first {{n}} are kept.',
    more: 'Show more',
    download: 'Download as CSV',
    downloadLabel: 'Download as CSV: refused lines of {{name}}',
    downloadName: '{{name}}-refused.csv',
    downloading: 'Collecting…',
    downloaded: 'Downloaded.',
  },
} as const;
