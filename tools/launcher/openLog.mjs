import fs from 'node:fs';
import path from 'node:path';

/**
 * Opens a log file and keeps that of the time before beside it.
 *
 * @param {string} file
 */
export function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (fs.existsSync(file)) {
    fs.renameSync(file, file.replace(/(\.\w+)?$/, '.previous$1'));
  }
  const descriptor = fs.openSync(file, 'a');
  return {
    file,
    write(text) {
      fs.writeSync(descriptor, text);
    },
  };
}
