/**
 * directivesOf(): the parser directives of a Dockerfile, which BuildKit reads only before all else.
 *
 *     # syntax=docker/dockerfile:1.20
 *     # escape=`
 *     # check=skip=JSONArgsRecommended;error=true
 */

import type { Target } from '../target.js';

export function directivesOf({ syntax, escape, checks }: Target): readonly string[] {
  const said = [...(checks && checks.skip.length > 0 ? [`skip=${checks.skip.join(',')}`] : []), ...(checks?.error === true ? ['error=true'] : [])];
  return [
    ...(syntax === undefined ? [] : [`# syntax=docker/dockerfile:${syntax}`]),
    ...(escape === undefined ? [] : [`# escape=${escape}`]),
    ...(said.length === 0 ? [] : [`# check=${said.join(';')}`]),
  ];
}
