/**
 * Reads from AWS: buckets and CloudTrail's event history, and says in words what stands in the way. Knows the AWS SDK and
 * neither Spring nor the database. Nothing here is touched before a source is looked at, so that a start without sources
 * does not load the SDK.
 */
@NullMarked
package io.outflow.imports.internal.aws;

import org.jspecify.annotations.NullMarked;
