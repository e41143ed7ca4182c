// Door of the feed reader and writer.
export type { DateUnread, Enclosure, Entry, Failure, FailureCode, Feed, Hints, Oddity } from './feed.ts';
export { type Neutral, type NeutralEntry, type NeutralFeed } from './neutral.ts';
export { maxFeedBytes, parseFeed, type Transport } from './parse.ts';
export { readFeed } from './read.ts';
export type { FeedToWrite, ItemToWrite } from './write.ts';
export { writeJsonFeed, writeRss } from './write.ts';
