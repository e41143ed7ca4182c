// The door of i18n: languages, messages, plurals, dates and numbers. Pure: reads no clock, no file, no header.
export { dirOf, isLocale, locales, nameOf, negotiate } from './locales.ts';
export type { Direction, Locale } from './locales.ts';
export { isMessageKey, keysUnder, translatorFor } from './translator.ts';
export type { Args, Catalogue, MessageKey, Messages, Params, Translator } from './create-translator.ts';
export { formatsFor } from './formats.ts';
export type { DateStyle, FormatOptions, Formats, Region } from './formats.ts';
export { pluralCategories } from './plural.ts';
export type { PluralCategory } from './plural.ts';
export { attrsOfText } from './said-in.ts';
export { zoneWords } from './zone-words.ts';
export { territoryWord } from './territory-words.ts';
export type { TerritoryKey, TerritoryPack } from './territory-words.ts';
