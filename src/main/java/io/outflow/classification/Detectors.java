package io.outflow.classification;

import java.util.List;

/**
 * Which detectors look at the text of calls, and which class each stands for. A change applies to what is imported from then on:
 * text is never kept, so nothing can be looked at again. Every change is an entry of the change log in the same transaction.
 * Reading needs the right to read usage; every change needs the right to change rules.
 */
public interface Detectors {

    /** All detectors, in the order of {@link Detector}. */
    List<Setting> list();

    /**
     * Changes a setting.
     *
     * @param seen the setting as it was when the change began
     * @param reason why; needed, at most 500 characters
     * @throws RuleRefused when there is no such class, or the reason is missing or too long
     * @throws RuleChangedMeanwhile when the stored setting is no longer as seen; nothing is saved
     */
    Setting change(Setting seen, boolean enabled, String dataClass, String reason);

    /**
     * How a detector is set.
     *
     * @param dataClass code of the class that its finds carry
     */
    record Setting(Detector detector, boolean enabled, String dataClass) {}
}
