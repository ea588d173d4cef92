package io.outflow.catalogue.ui;

import io.outflow.vendors.Entry;

/** Where a product or application is opened in the register. */
final class RegisterAddress {

    private RegisterAddress() {}

    static String of(Entry<?> entry) {
        return entry.kind().path() + "/" + entry.id();
    }
}
