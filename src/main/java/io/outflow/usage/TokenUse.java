package io.outflow.usage;

import io.outflow.trail.Channel;
import io.outflow.trail.Claude;

/**
 * What the calls of one model by one channel took.
 *
 * @param model the model in words, such as {@code Claude Sonnet 4.5}
 * @param calls uses only
 * @param counted those of them whose records give both their input and their output tokens
 * @param inputTokens of whatever gave both, reads and writes of caches included
 * @param outputTokens of whatever gave both
 */
public record TokenUse(
        String model, Channel channel, Claude claude, long calls, long counted, long inputTokens, long outputTokens) {}
