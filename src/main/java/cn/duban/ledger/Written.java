package cn.duban.ledger;

/** One act on one matter, sealed and ready to be written. */
record Written(Change change, Entry entry, Matter matter) {}
