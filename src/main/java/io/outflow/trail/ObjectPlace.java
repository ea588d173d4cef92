package io.outflow.trail;

/** Where an object lies in S3, as a digest says it. */
public record ObjectPlace(String bucket, String key) {
    /** The part of the key behind its last slash. */
    public String fileName() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
