import { isUtf8 } from 'node:buffer';
import { type Complaint, fileProblem, type ReadProblem, SourceText } from './source-text';

/** The text of a file's bytes, or what is wrong with them: YAML files are read as UTF-8 only. */
export function decodeText(bytes: Buffer, file: string): string | ReadProblem {
  if (isUtf16(bytes)) return fileProblem(file, utf16);
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  // Decoding puts U+FFFD where the bytes are wrong; the first one is the place to show.
  return new SourceText(text, file).problem(text.indexOf('\uFFFD'), notUtf8);
}

/** Tells UTF-16 by its byte order mark, or by a zero byte beside each of the first two characters. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const littleEndian = first !== 0 && second === 0 && third !== 0 && fourth === 0;
  const bigEndian = first === 0 && second !== 0 && third === 0 && fourth !== 0;
  return bytes.length >= 4 && (littleEndian || bigEndian);
}

const utf16: Complaint = {
  problem: 'the file is UTF-16 text, and YAML files are read as UTF-8',
  fix: 'Save it as UTF-8: in an editor by "Save as", in PowerShell by "Out-File -Encoding utf8" in place of ">".',
};

const notUtf8: Complaint = {
  problem: 'the file holds bytes that are no UTF-8 text',
  fix: 'Save it as UTF-8; a binary or compressed file can not be read.',
};
