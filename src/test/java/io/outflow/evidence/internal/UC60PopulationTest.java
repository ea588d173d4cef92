package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.access.Acting;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of files are those that the database holds, for random scopes at random moments; {@code -Dlong} tries many more. */
class UC60PopulationTest {

    private static final int ROUNDS = Boolean.getBoolean("long") ? 1_000 : 100;

    @TempDir
    Path temp;

    @OnBothDatabases
    void everyFileHasExactlyTheRowsOfTheDatabase(Database database) {
        var application = WholeApplication.on(database);
        var register = application.getBean(Register.class);
        var artefacts =
                List.of(application.getBean(RegisterArtefact.class), application.getBean(ApprovalsArtefact.class));
        var random = new Random(42);
        Acting.asOutflow(() -> {
            var moments = RegisterModel.edit(register, random);
            var rows = RegisterModel.rows(application.getBean(JdbcClient.class));
            var products = rows.stream()
                    .filter(row -> row.kind() == Kind.PRODUCT)
                    .map(RegisterModel.Row::object)
                    .distinct()
                    .toList();
            for (var round = 0; round < ROUNDS; round++) {
                var asOf = moments.get(random.nextInt(moments.size()));
                var chosen = new HashSet<UUID>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    chosen.add(products.get(random.nextInt(products.size())));
                }
                var request = new PackageRequest(
                        "x",
                        "",
                        chosen,
                        Set.of(),
                        RegisterModel.DAY,
                        RegisterModel.DAY,
                        asOf,
                        Set.of(),
                        Set.of(Part.REGISTER),
                        false,
                        "");

                assertThat(written(artefacts, Scope.of(request, asOf, register), round))
                        .as("%s as of %s", chosen, asOf)
                        .isEqualTo(RegisterModel.expected(rows, chosen, asOf));
            }
        });
    }

    private Map<String, Long> written(List<Artefact> artefacts, Scope scope, int round) {
        try {
            var bag = new BagWriter(Files.createDirectories(temp.resolve("bag-" + round + "-" + UUID.randomUUID())));
            try (var book = new Workbooks(temp.resolve("book.xlsx"))) {
                var records = new Records(bag, book, rows -> {});
                for (var artefact : artefacts) {
                    artefact.write(scope, records);
                }
            }
            return bag.written().stream()
                    .filter(file -> file.name().endsWith(".jsonl"))
                    .collect(Collectors.toMap(
                            file -> file.name().replaceAll("data/records/|\\.jsonl", ""), BagWriter.Written::rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
