package io.outflow.vendors;

/** A file that cannot be taken as a whole; nothing was changed. */
public class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FileRefused(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
