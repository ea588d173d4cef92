package io.outflow.command.internal;

import static io.outflow.command.internal.Table.printable;

import io.outflow.evidence.Bag;
import io.outflow.evidence.Certificates;
import io.outflow.evidence.PackageVerifier;
import io.outflow.evidence.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an evidence package. Needs no server, no database and no connection. */
@Command(
        name = "verify",
        description = {
            "Checks an evidence package, and says in words what is not as it was made.",
            "",
            "The signer's certificate comes from the page \"Evidence keys\", never from the package."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 verified, 1 not verified, 2 wrong usage."})
public final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PACKAGE", description = "the archive, or the folder that was unpacked from it")
    private Path path;

    @Option(
            names = "--signer",
            required = true,
            paramLabel = "FILE",
            description = "certificate of the key that must have signed; once for each that you trust")
    private List<Path> signers = List.of();

    @Option(
            names = "--tsa-ca",
            paramLabel = "FILE",
            description = "certificate of the time-stamp authority (default: a stamp is not checked)")
    private List<Path> authorities = List.of();

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    VerifyCommand() {}

    @Override
    public Integer call() {
        var verifier = new PackageVerifier(certificates(signers), certificates(authorities));
        Verification found;
        try (var bag = Bag.open(path)) {
            found = verifier.verify(bag);
        } catch (IOException e) {
            throw wrong("There is no package that can be read at " + printable(path.toString())
                    + ". Name the archive, or the folder that was unpacked from it.");
        }
        print(found, spec.commandLine().getOut());
        return found.verified() ? 0 : 1;
    }

    private static void print(Verification found, PrintWriter out) {
        out.println((found.verified() ? "VERIFIED. " : "NOT VERIFIED. ") + found.sentence());
        if (found.signer() != null) {
            out.println("Signed with the key " + found.signer());
        }
        if (found.stampedAt() != null) {
            out.println("It existed at " + found.stampedAt() + ", as the time-stamp authority says.");
        }
        for (var check : found.checks()) {
            out.println("  %s %s".formatted(check.passed() ? "ok " : "BAD", check.name()));
            check.findings().stream().limit(SHOWN).forEach(finding -> out.println("      " + printable(finding)));
            if (check.findings().size() > SHOWN) {
                out.println("      and %s more"
                        .formatted(Table.grouped(check.findings().size() - SHOWN)));
            }
        }
        out.flush();
    }

    private List<X509Certificate> certificates(List<Path> files) {
        var read = new ArrayList<X509Certificate>();
        for (var file : files) {
            try {
                read.addAll(Certificates.read(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw wrong("There is no certificate that can be read in " + printable(file.toString()) + ".");
            }
        }
        return read;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
