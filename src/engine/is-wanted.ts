/**
 * isWanted(): whether a value of `--provenance` or `--sbom` asks for the attestation: `true` and `mode=max` do, `false` does not.
 */

export function isWanted(value: string | undefined): value is string {
  return value !== undefined && !/^(?:false|f|0)$/i.test(value) && !/(?:^|,)disabled=(?:true|1)(?:,|$)/.test(value);
}
