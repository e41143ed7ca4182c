// Door of the feed reader and writer.
export type { Enclosure, Entry, Failure, FailureCode, Feed, Hints, Oddity } from './feed.ts';
export { readFeed } from './read.ts';
export type { FeedToWrite, ItemToWrite } from './write.ts';
export { writeJsonFeed, writeRss } from './write.ts';
