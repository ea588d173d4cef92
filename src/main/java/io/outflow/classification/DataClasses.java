package io.outflow.classification;

import java.util.List;
import java.util.Optional;

/**
 * The classes of data that rules give to calls. Every change is an entry of the change log in the same transaction. Reading
 * needs the right to read usage; every change needs the right to change rules.
 */
public interface DataClasses {

    /** All classes, lowest rank first. */
    List<DataClass> list();

    Optional<DataClass> find(String code);

    /**
     * Adds a class; its code is made from its name and stays.
     *
     * @throws RuleRefused when a field is missing, too long or taken
     */
    DataClass add(Draft draft, String reason);

    /**
     * Changes a class.
     *
     * @param seen the class as it was when the change began
     * @throws RuleRefused when a field is missing, too long or taken
     * @throws RuleChangedMeanwhile when the stored class is no longer as seen; nothing is saved
     */
    DataClass change(DataClass seen, Draft draft, String reason);

    /**
     * @param letters two letters or digits, no other class has them
     * @param rank from 1 to 99; where two classes apply to a call, the higher rank counts
     * @param colour 1 to 8
     */
    record Draft(String name, String letters, int rank, int colour, String meaning) {}
}
