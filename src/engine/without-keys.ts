/**
 * withoutKeys(): an argument for an engine as it may be shown, and kept in a log: of a cache's store, what gives access to it is `***`.
 *
 *     type=s3,region=eu-west-1,bucket=b,secret_access_key=abc  →  type=s3,region=eu-west-1,bucket=b,secret_access_key=***
 */

/** As BuildKit has them, for S3, Azure and GitHub. */
const KEY = /\b((?:secret_access_key|session_token|ghtoken|token)=)[^,"]+/gi;

export function withoutKeys(argument: string): string {
  return argument.replace(KEY, '$1***');
}
