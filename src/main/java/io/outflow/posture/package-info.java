/**
 * What AWS is set to, as dated answers of AWS, and which days its logs can tell of: {@link io.outflow.posture.Posture} and
 * {@link io.outflow.posture.Coverage}. A statement that there was no use rests on the latter.
 */
@NullMarked
package io.outflow.posture;

import org.jspecify.annotations.NullMarked;
