package io.outflow.classification;

/**
 * A class of data.
 *
 * @param code stable code, such as {@code PERSONAL}
 * @param name the name on screens
 * @param letters two letters for narrow tables
 * @param rank from 1 (Public) upward; the higher one counts where two apply
 * @param colour index of the colour token {@code --of-c1} to {@code --of-c8}
 * @param meaning what belongs in it, in a sentence
 */
public record DataClass(String code, String name, String letters, int rank, int colour, String meaning) {}
