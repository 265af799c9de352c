/**
 * withoutKeys(): words for an engine as they may be shown, and kept in a log: of a cache's store, what gives access to it is `***`.
 *
 *     --cache-to type=s3,bucket=b,secret_access_key=abc  →  --cache-to type=s3,bucket=b,secret_access_key=***
 */

/** As BuildKit has them, in any case, for S3, Azure and GitHub; a field may be quoted. */
const KEY = /(^|,)(?:"((?:secret_access_key|session_token|ghtoken|token)=)(?:[^"]|"")*"|((?:secret_access_key|session_token|ghtoken|token)=)[^,]*)/gi;

const OPTION = /^--cache-(?:from|to)(?:=|$)/;

export function withoutKeys(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    const [option = ''] = OPTION.exec(word) ?? [];
    if (option.endsWith('=')) return option + cacheWithoutKeys(word.slice(option.length));
    return OPTION.test(words[index - 1] ?? '') && !words[index - 1]!.includes('=') ? cacheWithoutKeys(word) : word;
  });
}

/** The value of such an option. */
export function cacheWithoutKeys(cache: string): string {
  return cache.replace(KEY, (_, start: string, quoted?: string, plain?: string) => `${start}${quoted ?? plain}***`);
}
