package io.outflow.trail;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks deflated bytes with the library libdeflate (MIT), which takes about a third of the time of the JDK's zlib. It is
 * used where the system has it ({@code apt-get install libdeflate0}, {@code brew install libdeflate}) and where native access
 * is allowed; {@code -Doutflow.libdeflate=off} leaves it alone. Nothing depends on it but speed.
 */
final class FastInflate {
    private static final List<String> NAMES = List.of("libdeflate.so.0", "libdeflate.0.dylib", "libdeflate.dll");
    private static final List<String> FOLDERS = List.of("", "/opt/homebrew/lib/", "/usr/local/lib/");
    private static final int SUCCESS = 0;

    /** Null where the library is not there. */
    private static final @Nullable FastInflate INSTANCE = find();

    private final MethodHandle allocate;
    private final MethodHandle decompress;

    private FastInflate(SymbolLookup library) {
        Linker linker = Linker.nativeLinker();
        allocate = linker.downcallHandle(
                library.findOrThrow("libdeflate_alloc_decompressor"), FunctionDescriptor.of(ValueLayout.ADDRESS));
        decompress = linker.downcallHandle(
                library.findOrThrow("libdeflate_deflate_decompress_ex"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS),
                // The buffers lie in the heap; a call takes some milliseconds at most.
                Linker.Option.critical(true));
    }

    static @Nullable FastInflate get() {
        return INSTANCE;
    }

    /** One that works: for one thread at a time, to be kept and used again. */
    Worker worker() {
        try {
            return new Worker(decompress, (MemorySegment) allocate.invokeExact());
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(Throwable e) {
        return new IllegalStateException("A call of libdeflate failed.", e);
    }

    /** Unpacks one piece at a time. Its memory, 11 KiB outside the heap, is never given back. */
    static final class Worker {
        private final MethodHandle decompress;
        private final MemorySegment decompressor;
        private final long[] taken = new long[1];
        private final long[] given = new long[1];

        private Worker(MethodHandle decompress, MemorySegment decompressor) {
            if (decompressor.equals(MemorySegment.NULL)) {
                throw new OutOfMemoryError("libdeflate got no memory");
            }
            this.decompress = decompress;
            this.decompressor = decompressor;
        }

        /** Returns whether {@code length} deflated bytes are sound and gave exactly {@code wanted} bytes. */
        boolean inflate(byte[] from, int offset, int length, byte[] to, int wanted) {
            try {
                int answer = (int) decompress.invokeExact(
                        decompressor,
                        MemorySegment.ofArray(from).asSlice(offset, length),
                        (long) length,
                        MemorySegment.ofArray(to),
                        (long) wanted,
                        MemorySegment.ofArray(taken),
                        MemorySegment.ofArray(given));
                return answer == SUCCESS && taken[0] == length && given[0] == wanted;
            } catch (Throwable e) {
                throw broken(e);
            }
        }
    }

    private static @Nullable FastInflate find() {
        if ("off".equals(System.getProperty("outflow.libdeflate"))) {
            return null;
        }
        for (String folder : FOLDERS) {
            for (String name : NAMES) {
                try {
                    return new FastInflate(SymbolLookup.libraryLookup(folder + name, Arena.global()));
                } catch (IllegalArgumentException | IllegalCallerException | UnsupportedOperationException e) {
                    // Not here, or not allowed: the JDK's own way is always there.
                }
            }
        }
        return null;
    }
}
