package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Product;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cloud itself says that it is set to, to be held beside what the register records of a product. */
@Requires(value = Action.REGISTER, level = Permission.READ)
public interface SeenSettings {

    /** By what it concerns; empty for a product of which no cloud that can be asked tells. */
    List<Seen> of(Entry<Product> product);

    /** The address of the page that shows all of it. */
    String address();

    /**
     * What is seen of one matter.
     *
     * @param kind the kind of fact beside which it stands
     * @param control the control that it concerns, for a {@link Kind#CONTROL}
     * @param lines what was answered, worst first; empty where nobody asked yet, so that it is unknown
     */
    record Seen(Kind kind, @Nullable ControlType control, List<Line> lines) {}

    /**
     * One answer.
     *
     * @param state in a word, such as "not set"
     * @param hidden whether it cannot be seen, which is not the same as absent
     * @param at when it was answered last
     */
    record Line(String place, String state, boolean hidden, String words, Instant at) {}
}
