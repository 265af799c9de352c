/**
 * stepPlace(): where in the Dockerfile a step of BuildKit's stands, by its name.
 *
 *     [build 2/3] RUN make               build 2/3, RUN make
 *     [linux/arm64 build 2/3] RUN make   the same: a step for another platform is named after that, too
 *     [internal] load build context      no place
 */

export interface StepPlace {
  /** `build 2/3`; empty for what stands in no Dockerfile. */
  readonly place: string;
  readonly text: string;
}

export function stepPlace(name: string): StepPlace {
  const [, place = '', text = name] = /^\[(?:\S+\/\S+ (?=\S+ ))?((?:\S+ )?\d+\/\d+)\] (.*)$/s.exec(name) ?? [];
  return { place, text };
}
