/** Names of variables, labels, stages, images and tags. */

import { quoted, type Check, type Fault } from './fault.js';

export const badName = (value: string, thing: string, hint: string): Fault => ({
  code: 'bad-name',
  message: value === '' ? `the name of ${thing} is empty` : `${quoted(value)} cannot be the name of ${thing}`,
  hint,
});

/** Dots and dashes are rare but allowed: some programs read such variables. */
export const environmentNameFault: Check<string> = (name) =>
  /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name) ? undefined : badName(name, 'an environment variable', 'write letters, digits and _, and no digit first');

export const argumentNameFault: Check<string> = (name) =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? undefined : badName(name, 'a build argument', 'write letters, digits and _, and no digit first');

const PROXY = /^(?:HTTP|HTTPS|FTP|NO|ALL)_PROXY$/i;

/** The builder has them for every RUN, and keeps them out of the history of the image, unless they are declared. */
export const proxyArgumentFault: Check<string> = (name) =>
  PROXY.test(name)
    ? {
        code: 'predefined-argument',
        message: `${quoted(name)} is known to every command of a build, and only a declaration would keep it in the image's history`,
        hint: `leave it out; give it with --build-arg ${name}=…`,
      }
    : undefined;

/** In the environment it is for ever, and for everybody who has the image. */
export function proxyVariableFault(name: string): Fault | undefined {
  if (!PROXY.test(name)) return undefined;
  return {
    code: 'baked-proxy',
    severity: 'warning',
    message: `${quoted(name)} stays in the image, for whoever runs it in whatever network`,
    hint: `leave it out; give it to a build with --build-arg ${name}=…, and to a container with -e`,
  };
}

/** Of one command alone: its shell sets it, which can set nothing else. */
export const shellVariableFault: Check<string> = (name) =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? undefined : badName(name, 'a variable of a shell', 'write letters, digits and _, and no digit first');

export const labelNameFault: Check<string> = (name) =>
  /^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/.test(name)
    ? undefined
    : badName(name, 'a label', 'write letters, digits, ".", "-", "_" and "/", and begin and end with a letter or digit');

export const secretIdFault: Check<string> = (id) =>
  /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(id) ? undefined : badName(id, 'a secret', 'write letters, digits, "_", "." and "-"');

export const volumeNameFault: Check<string> = (name) =>
  /^[A-Za-z0-9][A-Za-z0-9_.-]+$/.test(name) ? undefined : badName(name, 'a volume', 'write two or more letters, digits, "_", "." and "-"');

export const containerNameFault: Check<string> = (name) =>
  /^[A-Za-z0-9][A-Za-z0-9_.-]+$/.test(name) ? undefined : badName(name, 'a container', 'write two or more letters, digits, "_", "." and "-"');

/** The builder compares names of stages in lower case, and has two of its own. */
export const stageNameFault: Check<string> = (name) => {
  if (name === 'scratch' || name === 'context') {
    return {
      code: 'reserved-name',
      message: `"${name}" is a name of the builder's own and cannot be the name of a stage`,
      hint: 'give the stage another name',
    };
  }
  if (/^[a-z][a-z0-9_.-]*$/.test(name)) return undefined;
  return badName(name, 'a stage', 'write lower-case letters, digits, "_", "." and "-", and a letter first');
};

/** As the builder compares them: a name in lower case. */
export const contextNameFault: Check<string> = (name) =>
  /^[a-z][a-z0-9_.-]*$/.test(name) && name !== 'context' && name !== 'scratch'
    ? undefined
    : badName(name, 'a context', 'write lower-case letters, digits, "_", "." and "-", and a letter first');

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);

export const imageNameFault: Check<string> = (name) => {
  if (name.includes(':') && REPOSITORY.test(name.slice(0, name.indexOf(':')))) {
    return badName(name, 'an image', 'write what follows the colon under "version"');
  }
  return REPOSITORY.test(name) ? undefined : badName(name, 'an image', 'write lower-case letters, digits, and single ".", "_" or "-" between them');
};

/** What stands after the colon of a reference. */
export const tagFault: Check<string> = (tag) =>
  /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(tag)
    ? undefined
    : {
        code: 'bad-tag',
        message: `${quoted(tag)} cannot be a tag`,
        hint: 'write letters, digits, "_", "." and "-", at most 128, and no "." or "-" first',
      };

export const registryFault: Check<string> = (registry) => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(registry)) {
    return {
      code: 'bad-registry',
      message: `${quoted(registry)} is a URL, not a registry`,
      hint: `leave out ${quoted(registry.slice(0, registry.indexOf('//') + 2))}`,
    };
  }
  const [host = '', ...path] = registry.replace(/\/$/, '').split('/');
  const hostFits = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?$/.test(host) || /^\[[0-9a-fA-F:]+\](?::[0-9]{1,5})?$/.test(host);
  if (hostFits && (path.length === 0 || REPOSITORY.test(path.join('/')))) return undefined;
  return {
    code: 'bad-registry',
    message: `${quoted(registry)} cannot be a registry`,
    hint: "write host, port and path: 'registry.example.org:5000/team'",
  };
};
