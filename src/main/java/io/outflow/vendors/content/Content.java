package io.outflow.vendors.content;

import java.util.List;

/** What an entry of the register says. Each kind is a record that knows its own rules; forms, tables and files are made from its components. */
public sealed interface Content
        permits Vendor,
                Product,
                Application,
                Agreement,
                RetentionWindow,
                Training,
                Residency,
                Control,
                Certification,
                SubProcessor,
                Obligation,
                Review,
                Incident,
                Commercials,
                Statement,
                Attachment,
                Comment,
                Proposal,
                Approval,
                UsageLink {

    /** A short name for lists and the change log. */
    String heading();

    /** What is wrong with it, each as a sentence at a field; empty when it may be saved. */
    default List<Problem> problems() {
        return List.of();
    }

    /** What ends, expires or has to be looked at on a day. */
    default List<Deadline> deadlines() {
        return List.of();
    }
}
