/** Reads CloudTrail files and Bedrock invocation logs into invocations and governance events. Plain Java: depends on nothing but the JDK. */
@NullMarked
package io.outflow.trail;

import org.jspecify.annotations.NullMarked;
