package io.outflow.catalogue.internal;

import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.CatalogueEntry.Source;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes claims of one entry: each rests on the sources of the fields it was made from, or visibly on none. */
final class Claims {

    private static final int LONGEST_SOURCE = 2000;

    private final CatalogueEntry entry;
    private final @Nullable UUID owner;

    Claims(CatalogueEntry entry, @Nullable UUID owner) {
        this.entry = entry;
        this.owner = owner;
    }

    /** A claim at a path of the entry, made from fields of it. */
    Draft claim(Content content, String path, String... fields) {
        return new Draft(owner, content, basis(path, fields));
    }

    /** A statement out of lines; nothing when nothing is said. */
    Stream<Draft> statement(String title, String text, String path, String... fields) {
        return text.isEmpty() ? Stream.of() : Stream.of(claim(new Statement(title, text), path, fields));
    }

    Basis basis(String path, String... fields) {
        var sources = Stream.of(fields)
                .flatMap(field -> entry.sourcesOf(field).stream())
                .toList();
        return Basis.catalogue(inWords(sources), day(sources), key(entry, path));
    }

    /** The name of a fact in every edition. */
    static String key(CatalogueEntry entry, String path) {
        return entry.id() + "/" + path;
    }

    /** Lines that say something, one below the other. */
    static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(line -> line != null && !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** {@code Label: value}; nothing without a value. */
    static @Nullable String labelled(String label, @Nullable Object value) {
        return value == null ? null : label + ": " + value;
    }

    static String words(String constant) {
        return constant.replace('_', ' ');
    }

    private static @Nullable LocalDate day(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.day().stream())
                .findFirst()
                .orElse(null);
    }

    /** As many sources as fit; the page of the catalogue shows all. */
    private static String inWords(List<Source> sources) {
        var text = new StringBuilder();
        for (var source : sources) {
            var line = source.inWords();
            if (text.length() + line.length() + 1 > LONGEST_SOURCE) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return text.toString();
    }
}
