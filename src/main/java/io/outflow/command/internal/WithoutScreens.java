package io.outflow.command.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves out views and the API where nobody can reach them: in an import in a terminal. */
final class WithoutScreens extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory readers) {
        String name = type.getClassMetadata().getClassName();
        return name.contains(".ui.") || name.startsWith("io.outflow.api.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WithoutScreens;
    }

    @Override
    public int hashCode() {
        return WithoutScreens.class.hashCode();
    }
}
