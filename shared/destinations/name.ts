/**
 * Names of destinations. They stand in sentences, tables and terminals beside hosts and figures: nothing in a name may move, hide
 * or break what stands around it.
 */
import * as z from 'zod';
import { texts } from '../text/text.ts';
import { cutWhole } from '../whole-characters.ts';

export const MAX_NAME_LENGTH = 100;

/** Control characters with line breaks, and what sets the direction of text. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const DIRECTIONS = /\p{Bidi_Control}/gu;

export function isCleanName(name: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(name);
}

/** The same name without what it may not hold; any other name stays as it is. */
export function cleanName(name: string): string {
  if (isCleanName(name)) return name;
  const clean = name.replaceAll(BREAKS, ' ').replaceAll(DIRECTIONS, '').trim();
  return clean === '' ? texts.names.destination : clean;
}

/** As many whole characters of a name as are kept; of a single one that is longer, its beginning. */
export function cutName(name: string): string {
  return cutWhole(name, MAX_NAME_LENGTH) || name.slice(0, MAX_NAME_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** Cleans: a name of an older Upcast or of a file is no reason to lose its destination. */
export const keptNameSchema = z.string().min(1).max(MAX_NAME_LENGTH).overwrite(cleanName);

/** Refuses: what is being typed is corrected by who types it. */
export const typedNameSchema = z.string().min(1).max(MAX_NAME_LENGTH).refine(isCleanName);
