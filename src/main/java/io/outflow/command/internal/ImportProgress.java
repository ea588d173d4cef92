package io.outflow.command.internal;

import io.outflow.imports.ImportRun;
import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far an import is: a bar on a terminal, now and then a line elsewhere. */
interface ImportProgress extends AutoCloseable {
    void show(ImportRun run);

    @Override
    void close();

    static ImportProgress on(PrintWriter err) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new Bar() : new Lines(err);
    }

    /** A bar over the bytes of the run's files. */
    final class Bar implements ImportProgress {
        private final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Reading")
                .setUnit(" MiB", 1 << 20)
                .setInitialMax(0)
                .build();

        @Override
        public void show(ImportRun run) {
            bar.maxHint(run.bytes());
            bar.stepTo(Math.min(run.bytesRead(), run.bytes()));
            bar.setExtraMessage(" %s of %s files, %s records"
                    .formatted(
                            Table.grouped(run.finishedFiles()),
                            Table.grouped(run.files()),
                            Table.grouped(run.totals().read())));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line for each tenth of the run, for logs and pipes. */
    final class Lines implements ImportProgress {
        private final PrintWriter out;
        private long tenthsSaid;

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void show(ImportRun run) {
            long tenths = run.bytes() == 0 ? 0 : 10 * run.bytesRead() / run.bytes();
            if (tenths > tenthsSaid) {
                tenthsSaid = tenths;
                out.println("%s %%: %s of %s files, %s records"
                        .formatted(
                                10 * tenths,
                                Table.grouped(run.finishedFiles()),
                                Table.grouped(run.files()),
                                Table.grouped(run.totals().read())));
                out.flush();
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
