package io.outflow.catalogue;

import io.outflow.catalogue.internal.ShippedEdition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** The shipped catalogue, and editions that differ from it. */
public final class TestCatalogue {

    private TestCatalogue() {}

    public static Edition shipped() {
        return ShippedEdition.read(json());
    }

    /** The shipped catalogue with something said otherwise in its text. */
    public static Edition with(UnaryOperator<String> change) {
        return ShippedEdition.read(change.apply(json()));
    }

    public static String json() {
        try (var file = TestCatalogue.class.getResourceAsStream("/catalogue/catalogue.json")) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
