package io.outflow.trail;

/**
 * Where a record stands.
 *
 * @param entry the path inside a zip archive; empty for a file that is not one
 * @param recordNo the record's number in the file (over all entries), from 1
 * @param byteOffset offset of the record's first byte in the decompressed bytes of its file or entry, from 0
 * @param length length of the record in bytes
 */
public record Place(String entry, int recordNo, long byteOffset, long length) {}
