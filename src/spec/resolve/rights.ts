/** Who owns what is copied, and who may do what with it. */

import type { AnyText } from '../../text.js';
import type { CopyOptions } from '../types.js';
import { plainText } from '../value-text.js';
import { given } from './given.js';

export function resolveRights({ chown, chmod }: Pick<CopyOptions, 'chown' | 'chmod'>): { readonly chown?: AnyText; readonly chmod?: AnyText } {
  return { ...given('chown', chown && plainText(chown)), ...given('chmod', chmod && plainText(chmod)) };
}
