package io.outflow.trail;

/**
 * How often a detector found something in the text of one call. Nothing tells what it found.
 *
 * @param detector code of the detector
 * @param dataClass code of the class of data that the detector stood for when it looked
 * @param count distinct values, at least 1
 */
public record Detection(String detector, String dataClass, int count) {}
